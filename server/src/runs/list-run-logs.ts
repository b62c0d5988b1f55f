import type { TenantPrisma } from '../db/database.ts';
import type { Json } from '../kernel/json.ts';
import { type Page, toPage } from '../kernel/pagination.ts';
import { assertRunExists, createdAfter, type OfRunInput } from './of-run.ts';
import { logInView } from './redact-run.ts';

export interface RunLog {
  logId: string;
  stepPath: string | null;
  level: string;
  code: string;
  context: Json;
  source: string;
  createdAt: string;
}

export const LogLevels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
export type LogLevel = (typeof LogLevels)[number];

/** Oldest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listRunLogs(
  prisma: TenantPrisma,
  tenant: string,
  input: OfRunInput & { level?: readonly LogLevel[] | undefined },
): Promise<Page<RunLog>> {
  await assertRunExists(prisma, tenant, input.runId);
  const levels = input.level === undefined || input.level.length === 0 ? {} : { level: { in: [...input.level] } };
  const rows = await prisma.workflowRunLog.findMany({
    where: { tenant, runId: input.runId, ...levels, ...createdAfter(input.cursor, 'logId') },
    orderBy: [{ createdAt: 'asc' }, { logId: 'asc' }],
    take: input.limit + 1,
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.createdAt.toISOString(), row.logId],
    (row): RunLog => ({
      logId: row.logId,
      stepPath: row.stepPath,
      level: row.level,
      code: row.code,
      context: logInView(input.view, row.contextJson as Json),
      source: row.source,
      createdAt: row.createdAt.toISOString(),
    }),
  );
}
