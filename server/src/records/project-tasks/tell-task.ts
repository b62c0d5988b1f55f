import type { Tx } from '../../db/tx.ts';
import taskAssigned from '../../event-types/projects/project-task-assigned.event.ts';
import taskCompleted from '../../event-types/projects/project-task-completed.event.ts';
import taskStatusChanged from '../../event-types/projects/project-task-status-changed.event.ts';
import taskUpdated from '../../event-types/projects/project-task-updated.event.ts';
import { emitEvent } from '../../events/emit-event.ts';
import type { Writer } from '../../kernel/actor.ts';
import type { ProjectTask } from '../../registry/ports.ts';
import type { Changes } from '../changes.ts';
import { staffUserId } from '../record-actor.ts';
import { isCompletedTaskStatus } from '../statuses.ts';

/** PROJECT_TASK_UPDATED with what was and what is, and besides it every event that names what happened more precisely. */
export async function tellChanged(
  tx: Tx,
  writer: Writer,
  before: ProjectTask,
  after: ProjectTask,
  changes: Changes,
): Promise<void> {
  const { taskId, projectId, updatedAt } = after;
  await emitEvent(tx, writer, {
    eventType: taskUpdated,
    payload: { taskId, projectId, updatedAt, updatedFields: Object.keys(changes), changes },
  });
  if (before.status !== after.status) {
    await emitEvent(tx, writer, {
      eventType: taskStatusChanged,
      payload: { taskId, projectId, previousStatus: before.status, newStatus: after.status, changedAt: updatedAt },
    });
  }
  if (!isCompletedTaskStatus(before.status) && isCompletedTaskStatus(after.status)) {
    await tellCompleted(tx, writer, after);
  }
  if (after.assignedTo !== null && before.assignedTo !== after.assignedTo) {
    await tellAssigned(tx, writer, after, after.assignedTo);
  }
}

export async function tellCompleted(tx: Tx, writer: Writer, task: ProjectTask): Promise<void> {
  await emitEvent(tx, writer, {
    eventType: taskCompleted,
    payload: {
      taskId: task.taskId,
      projectId: task.projectId,
      completedByUserId: staffUserId(writer),
      completedAt: task.updatedAt,
    },
  });
}

export async function tellAssigned(tx: Tx, writer: Writer, task: ProjectTask, assignedTo: string): Promise<void> {
  await emitEvent(tx, writer, {
    eventType: taskAssigned,
    payload: {
      taskId: task.taskId,
      projectId: task.projectId,
      assignedToId: assignedTo,
      assignedToType: 'user',
      assignedByUserId: staffUserId(writer),
      assignedAt: task.updatedAt,
    },
  });
}
