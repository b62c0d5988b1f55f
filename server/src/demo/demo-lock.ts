import type { Tx } from '../db/tx.ts';

/** Held until the transaction ends: of two processes that were started with `--demo`, one waits and then finds what the other did. */
export async function lockDemo(tx: Tx): Promise<void> {
  await tx.query({ name: 'demo.lock', text: `SELECT pg_advisory_xact_lock(hashtext('penstock.demo'))` });
}
