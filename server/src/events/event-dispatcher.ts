import type { Platform } from '../db/platform.ts';
import { isAppError } from '../kernel/errors.ts';
import { dispatchPending } from './dispatch-pending.ts';
import type { EventServices } from './event-services.ts';

const POLL_MS = 1_000;
const EVENTS_PER_TRANSACTION = 50;
const TENANTS_PER_ROUND = 100;
const EVERY_TENANT = '';

export interface EventDispatcher {
  start(): void;
  /** Lets the transaction under way end and takes no new one. */
  stop(): Promise<void>;
  /** Dispatches what is pending now, of every tenant; answers how many events it took. */
  runOnce(): Promise<number>;
}

/**
 * Dispatches what records and lists of events have put into the outbox. Woken by the signal of a commit, at once and for that tenant;
 * a poll once a second finds what a lost signal or a dead process left behind. Any number of processes may run one.
 */
export function createEventDispatcher(
  platform: Pick<Platform, 'db' | 'signals' | 'logger'>,
  services: EventServices,
): EventDispatcher {
  const { db, signals, logger } = platform;
  const woken = new Set<string>();
  let isStopped = true;
  let underWay: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => {};

  /** Until the tenant has nothing left; a batch in which something failed ends it, so that the failed ones wait for the next poll. */
  async function dispatchTenant(tenant: string): Promise<number> {
    let total = 0;
    for (;;) {
      const { taken, failed } = await db.withTenant(tenant, (tx) =>
        dispatchPending(tx, services, logger, EVENTS_PER_TRANSACTION),
      );
      total += taken;
      if (taken < EVENTS_PER_TRANSACTION || failed > 0) return total;
    }
  }

  async function runOnce(): Promise<number> {
    const { rows } = await db.pool.query<{ tenant: string }>({
      name: 'tenants_with_pending_events',
      text: 'SELECT penstock_tenants_with_pending_events($1) AS tenant',
      values: [TENANTS_PER_ROUND],
    });
    let total = 0;
    for (const { tenant } of rows) total += await dispatchTenant(tenant);
    return total;
  }

  async function drainWoken(): Promise<void> {
    for (const tenant of woken) {
      woken.delete(tenant);
      if (!isStopped) await dispatchTenant(tenant);
    }
  }

  /** One at a time in this process; what wakes it meanwhile is seen by the loop that is running. */
  function run(work: () => Promise<unknown>): void {
    if (underWay !== null || isStopped) return;
    underWay = work()
      .then(drainWoken)
      .catch((thrown: unknown) => {
        const level = isAppError(thrown, 'DATABASE_UNAVAILABLE') ? 'warn' : 'error';
        logger[level]({ err: thrown }, 'the event dispatcher will try again');
      })
      .finally(() => {
        underWay = null;
        if (woken.size > 0 && !isStopped) setImmediate(() => run(drainWoken));
      });
  }

  return {
    runOnce,
    start() {
      if (!isStopped) return;
      isStopped = false;
      unsubscribe = signals.subscribe(({ kind, tenant }) => {
        if (kind !== 'outbox') return;
        // A signal without a tenant says that signals were lost.
        if (tenant === EVERY_TENANT) return run(runOnce);
        woken.add(tenant);
        run(drainWoken);
      });
      timer = setInterval(() => run(runOnce), POLL_MS);
      run(runOnce);
    },
    async stop() {
      isStopped = true;
      unsubscribe();
      clearInterval(timer);
      await underWay;
    },
  };
}
