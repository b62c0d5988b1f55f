import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A task was added to a project. Emitted when a task is created. */
export default defineEvent({
  eventType: 'PROJECT_TASK_CREATED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    taskId: idField,
    projectId: idField,
    createdByUserId: idField.optional(),
    createdAt: instantField.optional(),
    title: z.string().min(1),
    description: z.string().nullish(),
    dueDate: z.string().optional(),
    status: z.string().min(1),
  }),
  correlation: ['projectId', 'taskId'],
  example: {
    ...exampleBase,
    taskId: exampleIds.task,
    projectId: exampleIds.project,
    createdByUserId: exampleIds.user,
    createdAt: '2026-03-02T09:30:00.000Z',
    title: 'Order the desks',
    description: 'Twelve, height-adjustable',
    dueDate: '2026-03-20',
    status: 'open',
  },
});
