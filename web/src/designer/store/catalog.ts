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
}

export function toCatalog(designer: DesignerCatalog, events: readonly EventEntry[]): Catalog {
  return {
    groups: designer.groups,
    actions: new Map(designer.groups.flatMap((group) => group.actions.map((action) => [action.id, action] as const))),
    nodes: new Map(designer.nodes.map((node) => [node.type, node])),
    events: new Map(events.map((event) => [event.eventType, event])),
  };
}

export const CatalogContext = createContext<Catalog | null>(null);

export function useCatalog(): Catalog {
  const catalog = use(CatalogContext);
  if (catalog === null) throw new Error('There is no catalogue around this part');
  return catalog;
}
