import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

/** A project was set up. Emitted when a project is created. */
export default defineEvent({
  eventType: 'PROJECT_CREATED',
  category: 'projects',
  payloadSchemaRef: 'payload.ProjectCreated.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    projectId: idField,
    createdByUserId: idField.optional(),
    createdAt: instantField.optional(),
    name: z.string().optional(),
    status: z.string().optional(),
  }),
  correlation: ['projectId'],
  example: {
    ...exampleBase,
    projectId: exampleIds.project,
    createdByUserId: exampleIds.user,
    createdAt: '2026-03-02T09:30:00.000Z',
    name: 'Office move',
    status: 'open',
  },
});
