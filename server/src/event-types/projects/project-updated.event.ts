import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, changeFields, exampleBase, exampleIds, idField } from '../payload-fields.ts';

/** Fields of a project were edited. Emitted once per change, with every changed field. */
export default defineEvent({
  eventType: 'PROJECT_UPDATED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectUpdated.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    projectId: idField,
    ...changeFields,
  }),
  correlation: ['projectId'],
  example: {
    ...exampleBase,
    projectId: exampleIds.project,
    updatedAt: '2026-03-02T09:30:00.000Z',
    updatedFields: ['name'],
    changes: { name: { previous: 'Office move', new: 'Office move, second floor' } },
  },
});
