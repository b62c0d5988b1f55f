import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { StoreEntry } from '../registry/ports.ts';
import { findEntry } from './find-entry.ts';

/** Errors: NOT_FOUND. */
export async function getEntry(tx: Tx, input: { namespace: string; key: string }): Promise<StoreEntry> {
  const entry = await findEntry(tx, input);
  if (entry === null) throw appError('NOT_FOUND', { resource: 'store_entry', id: `${input.namespace}/${input.key}` });
  return entry;
}
