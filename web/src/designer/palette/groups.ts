import type { NewStepKind } from '../model/new-step.ts';
import type { ActionEntry, Catalog } from '../store/catalog.ts';

/** A tile: a type of step, or a call of one action. Its id is the action's or the type's. */
export interface PaletteItem extends NewStepKind {
  readonly id: string;
  readonly action?: ActionEntry;
}

/** Groups with a name of their own, in the order of the palette. Other groups of actions follow under their own label. */
export const OWN_GROUPS = ['flow', 'wait', 'dataStore', 'records', 'transform'] as const;
export type OwnGroup = (typeof OWN_GROUPS)[number];

export interface PaletteGroup {
  readonly id: string;
  readonly items: readonly PaletteItem[];
}

const groupOfFamily: Readonly<Record<string, OwnGroup>> = {
  flow: 'flow',
  time: 'wait',
  people: 'wait',
  values: 'transform',
};
const groupOfActions: Readonly<Record<string, OwnGroup>> = {
  store: 'dataStore',
  links: 'dataStore',
  projects: 'records',
  transform: 'transform',
};

/** What is used most comes first; the strip of narrow screens shows these alone. */
export const MOST_USED: readonly string[] = [
  'control.if',
  'control.forEach',
  'time.wait',
  'store.get',
  'store.set',
  'links.upsert',
  'projects.create_task',
];
const order: readonly string[] = [
  'control.if',
  'control.forEach',
  'control.tryCatch',
  'control.callWorkflow',
  'control.return',
  'event.wait',
  'time.wait',
  'store.get',
  'store.set',
  'store.increment',
  'links.upsert',
  'links.lookup',
  'links.delete',
  'store.delete',
  'store.list',
  'links.list',
  'store.list_namespaces',
  'links.list_namespaces',
  'projects.create_task',
  'projects.update_task',
  'projects.find_task',
  'projects.search_tasks',
  'projects.find',
  'transform.assign',
  'state.set',
];

/** Everything that can be put into a workflow, from the catalogue; what the runtime cannot run is left out. */
export function paletteGroups(catalog: Catalog): PaletteGroup[] {
  const groups = new Map<string, PaletteItem[]>(OWN_GROUPS.map((id) => [id, []]));
  const put = (group: string, item: PaletteItem) => groups.set(group, [...(groups.get(group) ?? []), item]);
  for (const { type, family, isSupported } of catalog.nodes.values()) {
    const group = groupOfFamily[family];
    if (isSupported && group !== undefined) put(group, { id: type, type });
  }
  for (const action of catalog.actions.values()) {
    put(groupOfActions[action.group] ?? action.group, { id: action.id, type: 'action.call', action });
  }
  return [...groups]
    .filter(([, items]) => items.length > 0)
    .map(([id, items]) => ({ id, items: items.toSorted(byUse) }));
}

function byUse(left: PaletteItem, right: PaletteItem): number {
  return rank(left) - rank(right);
}

function rank({ id }: PaletteItem): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}
