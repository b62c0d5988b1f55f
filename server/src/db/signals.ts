import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Logger } from '../kernel/logger.ts';
import type { Signal, Signals } from '../kernel/signals.ts';
import { createLocalSignals } from './local-signals.ts';
import { decodeSignals, encodeSignals, generalWake } from './signal-batch.ts';

export interface SharedSignals extends Signals {
  /** Sends what is still to be sent, then disconnects. */
  close(): Promise<void>;
}

const CHANNEL = 'penstock_signals';
const FLUSH_MS = 50;
const RECONNECT_MS = 500;
/** More is said by one general wake. */
const MAX_PENDING = 2_000;

/**
 * Signals between all processes of one database. Listeners of this process are called at once; the others hear one NOTIFY per 50 ms.
 * NOTIFY takes a lock of the whole server at commit, so it never rides in a transaction of ours: it has its own connection.
 * While the connection is away nothing is lost that polling would not find; after it is back everybody here is woken.
 */
export async function createSharedSignals({ url, logger }: { url: string; logger: Logger }): Promise<SharedSignals> {
  const shared = new NotifyingSignals(url, logger);
  await shared.connect();
  return shared;
}

class NotifyingSignals implements SharedSignals {
  readonly #url: string;
  readonly #logger: Logger;
  readonly #local = createLocalSignals();
  readonly #self = randomUUID();
  #client: pg.Client | undefined;
  #pending = new Map<string, Signal>();
  #flushTimer: NodeJS.Timeout | undefined;
  #reconnectTimer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(url: string, logger: Logger) {
    this.#url = url;
    this.#logger = logger;
  }

  publish(signal: Signal): void {
    this.#local.publish(signal);
    if (this.#isClosed) return;
    if (this.#pending.size < MAX_PENDING) this.#pending.set(`${signal.kind} ${signal.tenant} ${signal.id}`, signal);
    else this.#pending = new Map(generalWake.map((wake) => [wake.kind, wake]));
    this.#flushTimer ??= setTimeout(() => this.#startFlush(), FLUSH_MS).unref();
  }

  subscribe(listener: (signal: Signal) => void): () => void {
    return this.#local.subscribe(listener);
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'penstock-signals',
      keepAlive: true,
    });
    client.on('error', () => this.#onLost(client));
    client.on('end', () => this.#onLost(client));
    client.on('notification', ({ payload }) => this.#onNotification(payload ?? ''));
    this.#client = client;
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#reconnectTimer);
    this.#startFlush();
    await this.#flushing;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #startFlush(): void {
    clearTimeout(this.#flushTimer);
    this.#flushTimer = undefined;
    this.#flushing = this.#flushing.then(() => this.#flush());
  }

  async #flush(): Promise<void> {
    const client = this.#client;
    if (client === undefined || this.#pending.size === 0) return;
    const signals = [...this.#pending.values()];
    this.#pending.clear();
    try {
      await client.query('SELECT pg_notify($1, $2)', [CHANNEL, encodeSignals(this.#self, signals)]);
    } catch (error) {
      this.#logger.debug({ err: error }, 'signals were not sent to other processes');
    }
  }

  #onNotification(payload: string): void {
    const received = decodeSignals(payload);
    if (received === undefined || received.from === this.#self) return;
    for (const signal of received.signals) this.#local.publish(signal);
  }

  #onLost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (!this.#isClosed) this.#reconnectLater();
  }

  #reconnectLater(): void {
    this.#reconnectTimer = setTimeout(() => {
      this.connect().then(
        () => this.#wakeEverybody(),
        // The failed client says so by its events too; whichever comes first has ordered the next try.
        () => this.#client === undefined || this.#onLost(this.#client),
      );
    }, RECONNECT_MS).unref();
  }

  /** Signals may have been missed while nobody listened. */
  #wakeEverybody(): void {
    this.#logger.info({}, 'signals between processes are back');
    for (const signal of generalWake) this.#local.publish(signal);
  }
}
