import type { TenantPrisma } from '../db/database.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { type Page, toPage } from '../kernel/pagination.ts';
import { assertRunExists, createdAfter, type OfRunInput } from './of-run.ts';
import { dataInView, errorInView } from './redact-run.ts';

export interface RunInvocation {
  invocationId: string;
  stepPath: string;
  iterationKey: string;
  stepId: string;
  actionId: string;
  actionVersion: number;
  effect: string;
  idempotencyKey: string;
  keySource: string;
  status: string;
  attempts: number;
  input: Json;
  output: Json;
  error: JsonObject | null;
  createdAt: string;
  startedAt: string;
  completedAt: string | null;
}

/** Logical calls of actions, oldest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listRunInvocations(
  prisma: TenantPrisma,
  tenant: string,
  input: OfRunInput,
): Promise<Page<RunInvocation>> {
  await assertRunExists(prisma, tenant, input.runId);
  const rows = await prisma.workflowActionInvocation.findMany({
    where: { tenant, runId: input.runId, ...createdAfter(input.cursor, 'invocationId') },
    orderBy: [{ createdAt: 'asc' }, { invocationId: 'asc' }],
    take: input.limit + 1,
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.createdAt.toISOString(), row.invocationId],
    (row): RunInvocation => ({
      invocationId: row.invocationId,
      stepPath: row.stepPath,
      iterationKey: row.iterationKey,
      stepId: row.definitionStepId,
      actionId: row.actionId,
      actionVersion: row.actionVersion,
      effect: row.effect,
      idempotencyKey: row.idempotencyKey,
      keySource: row.keySource,
      status: row.status,
      attempts: row.attempts,
      input: dataInView(input.view, row.inputJson as Json),
      output: dataInView(input.view, (row.outputJson ?? null) as Json),
      error: errorInView(input.view, (row.errorJson ?? null) as Json),
      createdAt: row.createdAt.toISOString(),
      startedAt: row.startedAt.toISOString(),
      completedAt: row.completedAt?.toISOString() ?? null,
    }),
  );
}
