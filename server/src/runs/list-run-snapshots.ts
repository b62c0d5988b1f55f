import type { TenantPrisma } from '../db/database.ts';
import { appError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { isDatabaseInteger, type Page, sequenceOf, toPage } from '../kernel/pagination.ts';
import { assertRunExists, type OfRunInput } from './of-run.ts';
import { envelopeInView } from './redact-run.ts';

export interface RunSnapshot {
  snapshotId: string;
  boundary: number;
  stepPath: string | null;
  /** Redacted; `{ truncated, size, max }` where it was too large. */
  envelope: Json;
  sizeBytes: number;
  createdAt: string;
}

/** Newest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listRunSnapshots(
  prisma: TenantPrisma,
  tenant: string,
  input: OfRunInput,
): Promise<Page<RunSnapshot>> {
  await assertRunExists(prisma, tenant, input.runId);
  const before = sequenceOf(input.cursor);
  if (before !== null && !isDatabaseInteger(before)) throw appError('CURSOR_INVALID', { cursor: input.cursor ?? '' });
  const rows = await prisma.workflowRunSnapshot.findMany({
    where: { tenant, runId: input.runId, ...(before === null ? {} : { boundary: { lt: before } }) },
    orderBy: [{ boundary: 'desc' }],
    take: input.limit + 1,
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.boundary],
    (row): RunSnapshot => ({
      snapshotId: row.snapshotId,
      boundary: row.boundary,
      stepPath: row.stepPath,
      envelope: envelopeInView(input.view, row.envelopeJson as Json),
      sizeBytes: row.sizeBytes,
      createdAt: row.createdAt.toISOString(),
    }),
  );
}
