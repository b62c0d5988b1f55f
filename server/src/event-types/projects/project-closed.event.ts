import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A project reached a closed status. Emitted when it goes there from an open one. */
export default defineEvent({
  eventType: 'PROJECT_CLOSED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectClosed.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    projectId: idField,
    closedByUserId: idField.optional(),
    closedAt: instantField.optional(),
    reason: z.string().optional(),
  }),
  correlation: ['projectId'],
  example: {
    ...exampleBase,
    projectId: exampleIds.project,
    closedByUserId: exampleIds.user,
    closedAt: '2026-03-02T09:30:00.000Z',
    reason: 'Handed over',
  },
});
