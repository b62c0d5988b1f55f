import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../kernel/clock.ts';
import { appError, isAppError } from '../kernel/errors.ts';
import { type IdSource, isUuid } from '../kernel/ids.ts';
import type { SignalKind, Signals } from '../kernel/signals.ts';
import { databaseUnavailable, isReplayable, isUnavailable } from './database-errors.ts';
import type { Sql, Tx, WithTenant } from './tx.ts';

export interface WithTenantOptions {
  pool: Pool;
  clock: Clock;
  ids: IdSource;
  signals: Pick<Signals, 'publish'>;
}

const MAX_REPLAYS = 8;

/**
 * Errors: DATABASE_UNAVAILABLE when no connection can be had or it breaks (when it breaks during COMMIT nobody knows whether the
 * transaction counted: callers that must know write a row that tells), and after too many replays; whatever `work` throws.
 */
export function createWithTenant({ pool, clock, ids, signals }: WithTenantOptions): WithTenant {
  return async (tenant, work) => {
    if (!isUuid(tenant)) throw appError('INVARIANT_BROKEN', { invariant: 'a tenant is a uuid' });
    const now = clock.now();
    const drawnIds: string[] = [];
    for (let replays = 0; ; replays += 1) {
      const attempt = await runOnce(pool, { tenant, now, ids: replayedIds(drawnIds, ids) }, work);
      if (attempt.isDone) {
        for (const callback of attempt.callbacks) callback();
        for (const { kind, id } of attempt.signals.values()) signals.publish({ kind, tenant, id });
        return attempt.result;
      }
      if (replays === MAX_REPLAYS) throw databaseUnavailable(attempt.error);
    }
  };
}

interface Moment {
  tenant: string;
  now: Date;
  ids: IdSource;
}

type Attempt<T> = ({ isDone: true; result: T } & AfterCommit) | { isDone: false; error: unknown };

interface AfterCommit {
  callbacks: (() => void)[];
  /** By kind and id, so that the same one goes out once. */
  signals: Map<string, { kind: SignalKind; id: string }>;
}

/** Not done = another transaction was in the way and everything was undone. */
async function runOnce<T>(pool: Pool, moment: Moment, work: (tx: Tx) => Promise<T>): Promise<Attempt<T>> {
  const client = await checkOut(pool);
  const state: TransactionState = { isBroken: false, savepoints: 0, callbacks: [], signals: new Map() };
  const onError = () => {
    state.isBroken = true;
  };
  client.on('error', onError);
  try {
    // The tenant is a checked uuid, so it may stand in the text: one round trip instead of two.
    await client.query(`BEGIN; SET LOCAL app.current_tenant = '${moment.tenant}'`);
    const result = await work(createTx(client, moment, state));
    await client.query('COMMIT');
    return { isDone: true, result, callbacks: state.callbacks, signals: state.signals };
  } catch (error) {
    if (!state.isBroken) await rollBack(client, state);
    if (isReplayable(error) && !state.isBroken) return { isDone: false, error };
    if (!isAppError(error) && (state.isBroken || isUnavailable(error))) throw databaseUnavailable(error);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(state.isBroken);
  }
}

interface TransactionState extends AfterCommit {
  /** The connection must not go back to the pool. */
  isBroken: boolean;
  savepoints: number;
}

function createTx(client: PoolClient, { tenant, now, ids }: Moment, state: TransactionState): Tx {
  return {
    tenant,
    now,
    newId: () => ids.next(),
    async query<Row extends object>({ name, text, values }: Sql) {
      const { rows, rowCount } = await client.query<Row>({
        text,
        ...(name && { name }),
        ...(values && { values: [...values] }),
      });
      return { rows, rowCount: rowCount ?? 0 };
    },
    async savepoint(work) {
      state.savepoints += 1;
      const name = `s${state.savepoints}`;
      const before: AfterCommit = { callbacks: [...state.callbacks], signals: new Map(state.signals) };
      await client.query(`SAVEPOINT ${name}`);
      try {
        const result = await work();
        await client.query(`RELEASE SAVEPOINT ${name}`);
        return result;
      } catch (error) {
        Object.assign(state, before);
        if (!state.isBroken) await client.query(`ROLLBACK TO SAVEPOINT ${name}; RELEASE SAVEPOINT ${name}`);
        throw error;
      }
    },
    afterCommit(callback) {
      state.callbacks.push(callback);
    },
    signal(kind, id) {
      state.signals.set(`${kind} ${id}`, { kind, id });
    },
  };
}

/** Errors: DATABASE_UNAVAILABLE, whatever the reason: without a connection nothing was done. */
async function checkOut(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw databaseUnavailable(error);
  }
}

async function rollBack(client: PoolClient, state: TransactionState): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    // A connection that cannot even roll back may still be inside the transaction.
    state.isBroken = true;
  }
}

/** A replay draws the same ids in the same order, so that what it writes is what the first try would have written. */
function replayedIds(drawn: string[], source: IdSource): IdSource {
  let position = 0;
  return {
    next() {
      const id = drawn[position] ?? source.next();
      drawn[position] = id;
      position += 1;
      return id;
    },
  };
}
