import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A project task reached a closed status. Emitted when it is created in one or goes there from an open one. */
export default defineEvent({
  eventType: 'PROJECT_TASK_COMPLETED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectTaskCompleted.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    taskId: idField,
    projectId: idField,
    completedByUserId: idField.optional(),
    completedAt: instantField.optional(),
  }),
  correlation: ['projectId', 'taskId'],
  example: {
    ...exampleBase,
    taskId: exampleIds.task,
    projectId: exampleIds.project,
    completedByUserId: exampleIds.user,
    completedAt: '2026-03-02T09:30:00.000Z',
  },
});
