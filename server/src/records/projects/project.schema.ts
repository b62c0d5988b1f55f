import { z } from 'zod';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { visibleText } from '../../kernel/storable.ts';
import { descriptionField, recordIdField, searchField, statusField } from '../record-fields.schema.ts';

const projectNameField = visibleText(256);

export const createProjectInput = z.strictObject({
  /** Given by the caller when the record comes from elsewhere; else a new one. */
  id: recordIdField.optional(),
  name: projectNameField,
  description: descriptionField.nullish(),
  status: statusField.optional(),
  clientId: recordIdField.nullish(),
  assignedTo: recordIdField.nullish(),
});
export type CreateProjectInput = z.output<typeof createProjectInput>;

export const updateProjectInput = z.strictObject({
  id: recordIdField,
  name: projectNameField.optional(),
  description: descriptionField.nullable().optional(),
  status: statusField.optional(),
  clientId: recordIdField.nullable().optional(),
  assignedTo: recordIdField.nullable().optional(),
  /** `updatedAt` of the state that the caller saw: somebody else's change in between is refused. */
  expectedUpdatedAt: z.iso.datetime().optional(),
});
export type UpdateProjectInput = z.output<typeof updateProjectInput>;

export const projectIdInput = z.strictObject({ id: recordIdField });

export const listProjectsInput = z.strictObject({
  search: searchField.optional(),
  status: statusField.optional(),
  clientId: recordIdField.optional(),
  limit: limitField,
  cursor: cursorField,
});
export type ListProjectsInput = z.output<typeof listProjectsInput>;

export const projectOutput = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  status: z.string(),
  clientId: z.string().nullable(),
  assignedTo: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export const projectPageOutput = z.strictObject({ items: z.array(projectOutput), nextCursor: z.string().nullable() });
