import type { Tx } from '../../db/tx.ts';

/**
 * Advisory lock on (tenant, event name, correlation key) until the commit. Events take it shared and do not hinder each other; a wait
 * that looks for earlier events takes it exclusive, so that either it sees the event's row or the event sees the wait's row.
 */
export async function holdEventName(
  tx: Tx,
  input: { eventName: string; correlationKey: string; mode: 'shared' | 'exclusive' },
): Promise<void> {
  const isShared = input.mode === 'shared';
  await tx.query({
    name: isShared ? 'hold_event_name_shared' : 'hold_event_name',
    text: `SELECT ${isShared ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'}(hashtextextended($1, 0))`,
    values: [`event ${tx.tenant} ${input.eventName} ${input.correlationKey}`],
  });
}
