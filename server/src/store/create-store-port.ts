import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { StorePort } from '../registry/ports.ts';
import { deleteEntry } from './delete-entry.ts';
import { findEntry } from './find-entry.ts';
import { incrementEntry } from './increment-entry.ts';
import type { StoreLimits } from './limits.ts';
import { listEntries } from './list-entries.ts';
import { listStoreNamespaces } from './list-namespaces.ts';
import { setEntry } from './set-entry.ts';

/** The data store as a step sees it: everything happens in the transaction of the step's boundary. */
export function createStorePort(tx: Tx, writer: Writer, limits: StoreLimits): StorePort {
  return {
    find: (input) => findEntry(tx, input),
    set: (input) => setEntry(tx, writer, input, limits),
    delete: (input) => deleteEntry(tx, writer, input),
    increment: (input) => incrementEntry(tx, writer, input),
    list: (input) => listEntries(tx, input),
    listNamespaces: async () => (await listStoreNamespaces(tx, { limit: null })).items,
  };
}
