import { advanceRun } from './advance-run.ts';
import { claimRuns } from './claim-runs.ts';
import { readRuns } from './load-run.ts';
import type { RuntimeContext } from './runtime-context.ts';

/**
 * Claims and advances everything of a tenant that can be advanced now, one run after the other, until nothing is left; answers how
 * often a run was advanced. For tests and tools that want to say when; a worker does it by itself.
 */
export async function executeReady(context: RuntimeContext, tenant: string): Promise<number> {
  const { db } = context.platform;
  const { limits, workerId } = context;
  let advanced = 0;
  for (;;) {
    const claimed = await db.withTenant(tenant, async (tx) =>
      readRuns(tx, await claimRuns(tx, { workerId, limit: limits.concurrency, limits })),
    );
    if (claimed.length === 0) return advanced;
    for (const run of claimed) {
      await advanceRun(context, tenant, run, performance.now() + limits.leaseMs, {
        isStopping: () => false,
        onHeld: () => undefined,
        nudged: () => new Promise(() => undefined),
      });
      advanced += 1;
    }
  }
}
