import { expect, vi } from 'vitest';
import type { TestDatabase } from './test-database.ts';

/** Goes on when a transaction of this database waits for a lock of another one: the gate of tests about races. */
export async function untilSomebodyWaits({ asOwner }: Pick<TestDatabase, 'asOwner'>): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await asOwner(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    expect(waiting, 'somebody waits for a lock').not.toHaveLength(0);
  }, 10_000);
}
