import type { TenantPrisma } from '../db/database.ts';
import type { Json } from '../kernel/json.ts';
import { type Page, toPage } from '../kernel/pagination.ts';
import { assertRunExists, createdAfter, type OfRunInput } from './of-run.ts';
import { dataInView } from './redact-run.ts';

export interface RunWait {
  waitId: string;
  stepPath: string;
  iterationKey: string;
  stepId: string;
  waitType: string;
  /** Correlation key of an event, task id, child run id. */
  key: string | null;
  eventName: string | null;
  resumeMode: string;
  status: string;
  createdAt: string;
  dueAt: string | null;
  resolvedAt: string | null;
  payload: Json;
}

/** Oldest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listRunWaits(prisma: TenantPrisma, tenant: string, input: OfRunInput): Promise<Page<RunWait>> {
  await assertRunExists(prisma, tenant, input.runId);
  const rows = await prisma.workflowRunWait.findMany({
    where: { tenant, runId: input.runId, ...createdAfter(input.cursor, 'waitId') },
    orderBy: [{ createdAt: 'asc' }, { waitId: 'asc' }],
    take: input.limit + 1,
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.createdAt.toISOString(), row.waitId],
    (row): RunWait => ({
      waitId: row.waitId,
      stepPath: row.stepPath,
      iterationKey: row.iterationKey,
      stepId: row.definitionStepId,
      waitType: row.waitType,
      key: row.key,
      eventName: row.eventName,
      resumeMode: row.resumeMode,
      status: row.status,
      createdAt: row.createdAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      payload: dataInView(input.view, row.payload as Json),
    }),
  );
}
