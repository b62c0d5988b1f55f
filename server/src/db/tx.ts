import type { SignalKind } from '../kernel/signals.ts';

/** One statement. `name` makes it a prepared statement of the connection; the text of a name never changes. */
export interface Sql {
  name?: string;
  text: string;
  values?: readonly unknown[];
}

/**
 * A transaction of one tenant. Services that may run inside a run's boundary take this and nothing else, so that a step's effects,
 * its checkpoint, its events and its audit commit together or not at all.
 */
export interface Tx {
  readonly tenant: string;
  /** The one time of this transaction: every row that it writes carries it, and a replay of the transaction keeps it. */
  readonly now: Date;
  /** A new UUIDv7. */
  newId(): string;
  query<Row extends object>(statement: Sql): Promise<{ rows: Row[]; rowCount: number }>;
  /** Runs `work` under a savepoint: when it throws, its writes are undone and the transaction goes on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** Called once after COMMIT; used to wake workers. Never for durable work. */
  afterCommit(callback: () => void): void;
  /** Publishes `{ kind, tenant, id }` to the process's signals after COMMIT; the same kind and id once. A service says so where it writes. */
  signal(kind: SignalKind, id: string): void;
}

/**
 * Opens a transaction, sets the tenant for row-level security, runs `work`, commits; rolls back when it throws.
 * Replays `work` from the start on 40001 and 40P01, so `work` must have no effect outside the transaction.
 */
export type WithTenant = <T>(tenant: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
