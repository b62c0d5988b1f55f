import type { Tx } from '../../db/tx.ts';
import projectAssigned from '../../event-types/projects/project-assigned.event.ts';
import projectClosed from '../../event-types/projects/project-closed.event.ts';
import projectStatusChanged from '../../event-types/projects/project-status-changed.event.ts';
import projectUpdated from '../../event-types/projects/project-updated.event.ts';
import { emitEvent } from '../../events/emit-event.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import type { Project } from '../../registry/ports.ts';
import { auditRecord } from '../audit-record.ts';
import { type Changes, changesOf } from '../changes.ts';
import { recordActorId, staffUserId } from '../record-actor.ts';
import { isClosedProjectStatus } from '../statuses.ts';
import type { UpdateProjectInput } from './project.schema.ts';
import { PROJECT_COLUMNS, type ProjectRow, toProject } from './project-row.ts';

/**
 * Changes the given members of a project. Tells PROJECT_UPDATED with what was and what is, and besides it PROJECT_STATUS_CHANGED,
 * PROJECT_CLOSED and PROJECT_ASSIGNED where that is what happened. Nothing that differs: nothing written, nothing told.
 *
 * The row is locked before it is compared, so that of two changes at once the second compares with what the first left.
 * Errors: NOT_FOUND; RECORD_STALE when it changed since `expectedUpdatedAt`.
 */
export async function updateProject(
  tx: Tx,
  writer: Writer,
  input: UpdateProjectInput,
): Promise<{ project: Project; changedFields: string[] }> {
  const current = await lockProject(tx, input);
  const { name, description, status, clientId, assignedTo } = current;
  const changes = changesOf({ name, description, status, clientId, assignedTo }, input);
  const changedFields = Object.keys(changes);
  if (changedFields.length === 0) return { project: current, changedFields };

  const project = await writeProject(tx, writer, { ...current, ...pick(input, changedFields) });
  await tell(tx, writer, current, project, changes);
  const { projectId } = project;
  await auditRecord(tx, writer, {
    type: 'project',
    id: projectId,
    operation: 'update',
    name: project.name,
    projectId,
    changes,
  });
  tx.signal('records', project.projectId);
  return { project, changedFields };
}

function pick(input: UpdateProjectInput, fields: readonly string[]): Partial<Project> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => fields.includes(name)));
}

async function lockProject(tx: Tx, input: UpdateProjectInput): Promise<Project> {
  const { rows } = await tx.query<ProjectRow>({
    name: 'lock_project',
    text: `SELECT ${PROJECT_COLUMNS} FROM projects WHERE tenant = $1 AND project_id = $2 FOR NO KEY UPDATE`,
    values: [tx.tenant, input.id],
  });
  const [row] = rows;
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'project', id: input.id });
  const project = toProject(row);
  if (input.expectedUpdatedAt !== undefined && input.expectedUpdatedAt !== project.updatedAt) {
    throw appError('RECORD_STALE', { resource: 'project', id: input.id });
  }
  return project;
}

async function writeProject(tx: Tx, writer: Writer, next: Project): Promise<Project> {
  const { rows } = await tx.query<ProjectRow>({
    name: 'update_project',
    text: `
      UPDATE projects
      SET project_name = $3, description = $4, status = $5, client_id = $6, assigned_to = $7, updated_by = $8, updated_at = $9
      WHERE tenant = $1 AND project_id = $2
      RETURNING ${PROJECT_COLUMNS}`,
    values: [
      tx.tenant,
      next.projectId,
      next.name,
      next.description,
      next.status,
      next.clientId,
      next.assignedTo,
      recordActorId(writer),
      tx.now,
    ],
  });
  const [row] = rows;
  if (row === undefined) throw appError('INVARIANT_BROKEN', { invariant: 'a locked project can be updated' });
  return toProject(row);
}

async function tell(tx: Tx, writer: Writer, before: Project, after: Project, changes: Changes): Promise<void> {
  const { projectId, updatedAt } = after;
  const byUser = staffUserId(writer);
  await emitEvent(tx, writer, {
    eventType: projectUpdated,
    payload: { projectId, updatedAt, updatedFields: Object.keys(changes), changes },
  });
  if (before.status !== after.status) {
    await emitEvent(tx, writer, {
      eventType: projectStatusChanged,
      payload: { projectId, previousStatus: before.status, newStatus: after.status, changedAt: updatedAt },
    });
  }
  if (!isClosedProjectStatus(before.status) && isClosedProjectStatus(after.status)) {
    await emitEvent(tx, writer, {
      eventType: projectClosed,
      payload: { projectId, closedByUserId: byUser, closedAt: updatedAt },
    });
  }
  if (after.assignedTo !== null && before.assignedTo !== after.assignedTo) {
    await emitEvent(tx, writer, {
      eventType: projectAssigned,
      payload: {
        projectId,
        assignedToId: after.assignedTo,
        assignedToType: 'user',
        assignedByUserId: byUser,
        assignedAt: updatedAt,
      },
    });
  }
}
