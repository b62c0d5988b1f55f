import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A project got somebody responsible. Emitted when it is created with one or gets another one. */
export default defineEvent({
  eventType: 'PROJECT_ASSIGNED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectAssigned.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    projectId: idField,
    assignedToId: idField.optional(),
    assignedToType: z.enum(['user', 'team']).optional(),
    assignedByUserId: idField.optional(),
    assignedAt: instantField.optional(),
  }),
  correlation: ['projectId'],
  example: {
    ...exampleBase,
    projectId: exampleIds.project,
    assignedToId: exampleIds.user,
    assignedToType: 'user',
    assignedByUserId: exampleIds.user,
    assignedAt: '2026-03-02T09:30:00.000Z',
  },
});
