import type { JsonObject } from '@penstock/server/language';
import { createContext, use } from 'react';
import type { Outputs } from '../../api/trpc.ts';

type DesignerCatalog = Outputs['registry']['designerCatalog'];
export type ActionEntry = DesignerCatalog['groups'][number]['actions'][number];
export type NodeEntry = DesignerCatalog['nodes'][number];
export type EventEntry = Outputs['registry']['events']['items'][number];

/** What steps can be made of: registered actions, node types and event types. */
export interface Catalog {
  readonly groups: DesignerCatalog['groups'];
  readonly actions: ReadonlyMap<string, ActionEntry>;
  readonly nodes: ReadonlyMap<string, NodeEntry>;
  readonly events: ReadonlyMap<string, EventEntry>;
  /** Payload schemas by ref: those of the events and those that belong to none. */
  readonly payloads: ReadonlyMap<string, JsonObject>;
}

export function toCatalog(designer: DesignerCatalog, events: readonly EventEntry[]): Catalog {
  return {
    groups: designer.groups,
    actions: new Map(designer.groups.flatMap((group) => group.actions.map((action) => [action.id, action] as const))),
    nodes: new Map(designer.nodes.map((node) => [node.type, node])),
    events: new Map(events.map((event) => [event.eventType, event])),
    payloads: new Map([
      ...designer.payloads.map(({ ref, schema }) => [ref, schema] as const),
      ...events.map((event) => [event.payloadSchemaRef, event.payloadSchema] as const),
    ]),
  };
}

export const CatalogContext = createContext<Catalog | null>(null);

export function useCatalog(): Catalog {
  const catalog = use(CatalogContext);
  if (catalog === null) throw new Error('There is no catalogue around this part');
  return catalog;
}
