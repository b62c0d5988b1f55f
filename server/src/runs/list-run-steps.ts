import type { TenantPrisma } from '../db/database.ts';
import { appError } from '../kernel/errors.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { decodeCursor, isDatabaseInteger, type Page, toPage } from '../kernel/pagination.ts';
import { assertRunExists, type OfRunInput } from './of-run.ts';
import { errorInView, maskSensitive } from './redact-run.ts';

export interface RunStep {
  stepPath: string;
  iterationKey: string;
  stepId: string;
  type: string;
  attempt: number;
  sequence: number;
  status: string;
  startedAt: string;
  completedAt: string | null;
  durationMs: number | null;
  result: Json;
  error: JsonObject | null;
}

/** One row per try, in the order in which they began. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listRunSteps(prisma: TenantPrisma, tenant: string, input: OfRunInput): Promise<Page<RunStep>> {
  await assertRunExists(prisma, tenant, input.runId);
  const after = input.cursor === undefined ? null : stepCursor(input.cursor);
  const rows = await prisma.workflowRunStep.findMany({
    where: {
      tenant,
      runId: input.runId,
      ...(after === null
        ? {}
        : { OR: [{ sequence: { gt: after.sequence } }, { sequence: after.sequence, attempt: { gt: after.attempt } }] }),
    },
    orderBy: [{ sequence: 'asc' }, { attempt: 'asc' }],
    take: input.limit + 1,
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.sequence, row.attempt],
    (row): RunStep => ({
      stepPath: row.stepPath,
      iterationKey: row.iterationKey,
      stepId: row.definitionStepId,
      type: row.nodeType,
      attempt: row.attempt,
      sequence: row.sequence,
      status: row.status,
      startedAt: row.startedAt.toISOString(),
      completedAt: row.completedAt?.toISOString() ?? null,
      durationMs: row.durationMs,
      result: maskSensitive((row.resultJson ?? null) as Json),
      error: errorInView(input.view, (row.errorJson ?? null) as Json),
    }),
  );
}

function stepCursor(cursor: string): { sequence: number; attempt: number } {
  const [sequence, attempt] = decodeCursor(cursor, 2);
  if (!isDatabaseInteger(sequence) || !isDatabaseInteger(attempt)) throw appError('CURSOR_INVALID', { cursor });
  return { sequence, attempt };
}
