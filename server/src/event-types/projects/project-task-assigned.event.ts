import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A project task got an owner. Emitted when it is created with one or gets another one. */
export default defineEvent({
  eventType: 'PROJECT_TASK_ASSIGNED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectTaskAssigned.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    taskId: idField,
    projectId: idField,
    assignedToId: idField,
    assignedToType: z.enum(['user', 'team']),
    assignedByUserId: idField.optional(),
    assignedByName: z.string().optional(),
    assignedAt: instantField.optional(),
  }),
  correlation: ['projectId', 'taskId'],
  example: {
    ...exampleBase,
    taskId: exampleIds.task,
    projectId: exampleIds.project,
    assignedToId: exampleIds.user,
    assignedToType: 'user',
    assignedByUserId: exampleIds.user,
    assignedAt: '2026-03-02T09:30:00.000Z',
  },
});
