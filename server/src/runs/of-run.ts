import type { TenantPrisma } from '../db/database.ts';
import { appError } from '../kernel/errors.ts';
import { decodeInstantCursor } from '../kernel/pagination.ts';
import { assertRunId } from './get-run.ts';
import type { RunView } from './redact-run.ts';

/** A page of what belongs to one run. */
export interface OfRunInput {
  runId: string;
  view: RunView;
  limit: number;
  cursor?: string | undefined;
}

/** Row-level security hides other tenants' runs, so they are as unknown as runs that never were. */
export async function assertRunExists(prisma: TenantPrisma, tenant: string, runId: string): Promise<void> {
  assertRunId(runId);
  const found = await prisma.workflowRun.findUnique({
    where: { tenant_runId: { tenant, runId } },
    select: { runId: true },
  });
  if (found === null) throw appError('NOT_FOUND', { resource: 'run', id: runId });
}

/** For lists that are sorted by `createdAt` and then by an id. Errors: CURSOR_INVALID. */
export function createdAfter<Id extends string>(cursor: string | undefined, idField: Id) {
  if (cursor === undefined) return {};
  const { at, id } = decodeInstantCursor(cursor);
  return { OR: [{ createdAt: { gt: at } }, { createdAt: at, [idField]: { gt: id } }] };
}
