import type { Tx } from '../db/tx.ts';
import { listRuns } from './list-runs.ts';
import type { RunView } from './redact-run.ts';
import type { Run } from './run.ts';

/** The newest run, of one workflow (id or key) or of all; null where there is none yet. */
export async function findLatestRun(
  tx: Tx,
  input: { workflowId?: string | undefined; view: RunView },
): Promise<Run | null> {
  const { items } = await listRuns(tx, { ...input, limit: 1 });
  return items[0] ?? null;
}
