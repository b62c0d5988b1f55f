import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Names of registered entries. Their keys follow from their ids, so that an entry is one file plus its strings;
 * an id that has no text yet is shown as it is.
 */
export interface EntryLabels {
  action(actionId: string): string;
  event(eventName: string): string;
  node(type: string): string;
  actionDescription(actionId: string): string;
  eventDescription(eventName: string): string;
  nodeDescription(type: string): string;
  group(group: string): string;
  eventCategory(category: string): string;
  /** An input of an action; `path` leads to it through nested inputs. Without a text it is shown as it is written. */
  field(actionId: string, path: readonly string[]): string;
  option(actionId: string, path: readonly string[], value: string): string;
  /** The word of a curated token; null = somebody's own token, which speaks for itself. */
  recordType(token: string): string | null;
  relation(token: string): string | null;
}

export function useEntryLabels(): EntryLabels {
  const { t } = useTranslation(['actions', 'events']);
  const { t: tEvents } = useTranslation('events');
  return {
    action: (id) => entryLabel(t, `${id}.label`, id),
    event: (name) => entryLabel(tEvents, `types.${name}.label`, name),
    node: (type) => entryLabel(t, `nodes.${type}.label`, type),
    actionDescription: (id) => entryLabel(t, `${id}.description`, ''),
    eventDescription: (name) => entryLabel(tEvents, `types.${name}.description`, ''),
    nodeDescription: (type) => entryLabel(t, `nodes.${type}.description`, ''),
    group: (group) => entryLabel(t, `groups.${group}`, group),
    eventCategory: (category) => entryLabel(tEvents, `categories.${category}`, category),
    field: (id, path) => entryLabel(t, `${id}.fields.${path.join('_')}`, path.at(-1) ?? ''),
    option: (id, path, value) => entryLabel(t, `${id}.options.${path.join('_')}.${value}`, value),
    recordType: (token) => wordOf(t, 'types', token),
    relation: (token) => wordOf(t, 'relations', token),
  };
}

/** What a function of the expression language does, in one line. */
export function useFunctionHelp(): (name: string) => string {
  const { t } = useTranslation('expressions');
  return useCallback((name) => entryLabel(t, `functions.${name}`, ''), [t]);
}

function entryLabel(t: unknown, key: string, fallback: string): string {
  // Keys of entries are made from data, which the typed selector cannot know.
  return (t as TFunction)(key as never, { defaultValue: fallback } as never) as unknown as string;
}

/** Tokens are anybody's text: one with a dot or a colon would be read as a key of its own. */
function wordOf(t: unknown, list: 'types' | 'relations', token: string): string | null {
  if (!/^[a-z_]+$/.test(token)) return null;
  return entryLabel(t, `suggestions.${list}.${token}`, '') || null;
}
