import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A project task moved to another status. Emitted beside PROJECT_TASK_UPDATED. */
export default defineEvent({
  eventType: 'PROJECT_TASK_STATUS_CHANGED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectTaskStatusChanged.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    taskId: idField,
    projectId: idField,
    previousStatus: z.string().min(1),
    newStatus: z.string().min(1),
    changedAt: instantField.optional(),
  }),
  correlation: ['projectId', 'taskId'],
  example: {
    ...exampleBase,
    taskId: exampleIds.task,
    projectId: exampleIds.project,
    previousStatus: 'open',
    newStatus: 'in_progress',
    changedAt: '2026-03-02T09:30:00.000Z',
  },
});
