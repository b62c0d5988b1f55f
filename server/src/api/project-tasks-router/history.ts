import { nameOrigins } from '../../audit/name-origins.ts';
import { listRecordHistory } from '../../records/list-record-changes.ts';
import { taskHistoryInput } from '../../records/project-tasks/task.schema.ts';
import { recordHistoryOutput } from '../record-change.schema.ts';
import { procedure } from '../trpc.ts';

/** What happened to a task, newest first, and which person or which step of a run did it; also of a task that is gone. Errors: CURSOR_INVALID. */
export const history = procedure
  .input(taskHistoryInput)
  .output(recordHistoryOutput)
  .query(({ ctx, input }) =>
    ctx.withTenant(async (tx) => {
      const { items, nextCursor } = await listRecordHistory(tx, { type: 'project_task', ...input });
      return { items: await nameOrigins(tx, items), nextCursor };
    }),
  );
