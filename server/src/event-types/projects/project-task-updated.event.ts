import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, changeFields, exampleBase, exampleIds, idField } from '../payload-fields.ts';

/** Fields of a project task were edited. Emitted once per change, with every changed field; the title's key is `title`. */
export default defineEvent({
  eventType: 'PROJECT_TASK_UPDATED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectTaskUpdated.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    taskId: idField,
    projectId: idField,
    ...changeFields,
  }),
  correlation: ['projectId', 'taskId'],
  example: {
    ...exampleBase,
    taskId: exampleIds.task,
    projectId: exampleIds.project,
    updatedAt: '2026-03-02T09:30:00.000Z',
    updatedFields: ['title'],
    changes: { title: { previous: 'Order the desks', new: 'Order the desks and chairs' } },
  },
});
