import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { LinksPort } from '../registry/ports.ts';
import type { StoreLimits } from '../store/limits.ts';
import { deleteLinks } from './delete-links.ts';
import { listLinks } from './list-links.ts';
import { listLinkNamespaces } from './list-namespaces.ts';
import { lookupLinks } from './lookup-links.ts';
import { upsertLink } from './upsert-link.ts';

/** Links as a step sees them: everything happens in the transaction of the step's boundary. */
export function createLinksPort(tx: Tx, writer: Writer, limits: StoreLimits): LinksPort {
  return {
    upsert: (input) => upsertLink(tx, writer, input, limits),
    lookup: (input) => lookupLinks(tx, input),
    delete: (input) => deleteLinks(tx, writer, input),
    list: ({ leftType, rightType, ...input }) =>
      listLinks(tx, {
        ...input,
        ...(leftType !== undefined && { from: { type: leftType } }),
        ...(rightType !== undefined && { to: { type: rightType } }),
      }),
    listNamespaces: async () => (await listLinkNamespaces(tx, { limit: null })).items,
  };
}
