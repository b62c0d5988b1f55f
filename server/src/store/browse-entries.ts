import type { ChangeOrigin } from '../audit/change-origin.ts';
import { nameOrigins, type OriginNames } from '../audit/name-origins.ts';
import type { Tx } from '../db/tx.ts';
import type { Page } from '../kernel/pagination.ts';
import type { StoreEntry } from '../registry/ports.ts';
import { type ListEntriesInput, listEntries } from './list-entries.ts';
import { listLastWrites } from './list-last-writes.ts';

export interface BrowsedEntry extends StoreEntry {
  /** Null only where the history is gone. */
  lastWrite: (ChangeOrigin & { names: OriginNames }) | null;
}

/** Entries as people look at them: each with its last change and the names of who made it. Errors: CURSOR_INVALID. */
export async function browseEntries(tx: Tx, input: ListEntriesInput): Promise<Page<BrowsedEntry>> {
  const { items, nextCursor } = await listEntries(tx, input);
  const writes = await listLastWrites(tx, { namespace: input.namespace, keys: items.map((entry) => entry.key) });
  const named = await nameOrigins(tx, [...writes.values()]);
  const byKey = new Map([...writes.keys()].map((key, index) => [key, named[index]]));
  return { items: items.map((entry) => ({ ...entry, lastWrite: byKey.get(entry.key) ?? null })), nextCursor };
}
