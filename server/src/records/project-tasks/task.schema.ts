import { z } from 'zod';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { visibleText } from '../../kernel/storable.ts';
import { descriptionField, dueDateField, recordIdField, searchField, statusField } from '../record-fields.schema.ts';

const taskTitleField = visibleText(512);

export const createTaskInput = z.strictObject({
  /** Given by the caller when the record comes from elsewhere; else a new one. */
  id: recordIdField.optional(),
  projectId: recordIdField,
  title: taskTitleField,
  description: descriptionField.nullish(),
  dueDate: dueDateField.nullish(),
  status: statusField.optional(),
  assignedTo: recordIdField.nullish(),
});
export type CreateTaskInput = z.output<typeof createTaskInput>;

const taskPatch = z.strictObject({
  title: taskTitleField.optional(),
  description: descriptionField.nullable().optional(),
  dueDate: dueDateField.nullable().optional(),
  status: statusField.optional(),
  assignedTo: recordIdField.nullable().optional(),
});
export type TaskPatch = z.output<typeof taskPatch>;

export const updateTaskInput = taskPatch.extend({
  id: recordIdField,
  /** `updatedAt` of the state that the caller saw: somebody else's change in between is refused. */
  expectedUpdatedAt: z.iso.datetime().optional(),
});

export const taskIdInput = z.strictObject({ id: recordIdField });
export const taskHistoryInput = taskIdInput.extend({ limit: limitField, cursor: cursorField });

export const listTasksInput = z.strictObject({
  projectId: recordIdField.optional(),
  search: searchField.optional(),
  status: statusField.optional(),
  assignedTo: recordIdField.optional(),
  limit: limitField,
  cursor: cursorField,
});
export type ListTasksInput = z.output<typeof listTasksInput>;

export const taskOutput = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  dueDate: z.string().nullable(),
  status: z.string(),
  assignedTo: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export const taskPageOutput = z.strictObject({ items: z.array(taskOutput), nextCursor: z.string().nullable() });
