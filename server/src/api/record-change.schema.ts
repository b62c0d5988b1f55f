import { z } from 'zod';
import { jsonField } from '../kernel/label.schema.ts';
import { changeOriginFields, originNamesField } from './change-origin.schema.ts';

/** What happened to a project or a task, who did it, and in which step. */
export const recordChangeOutput = z.object({
  changeId: z.uuid(),
  recordType: z.enum(['project', 'project_task']),
  recordId: z.string(),
  operation: z.enum(['create', 'update', 'delete']),
  /** As it is called today; the name that it had then where it is gone. */
  name: z.string().nullable(),
  projectId: z.string().nullable(),
  /** Whether the record is still there. */
  exists: z.boolean(),
  /** Members that an update changed; of long texts the front. */
  fields: z.array(z.object({ field: z.string(), before: jsonField, after: jsonField })),
  ...changeOriginFields,
});

export const recordHistoryOutput = z.object({
  items: z.array(recordChangeOutput.extend({ names: originNamesField })),
  nextCursor: z.string().nullable(),
});
