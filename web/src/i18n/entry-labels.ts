import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/**
 * Names of registered entries. Their keys follow from their ids, so that an entry is one file plus its strings;
 * an id that has no text yet is shown as it is.
 */
export interface EntryLabels {
  action(actionId: string): string;
  event(eventName: string): string;
  node(type: string): string;
}

export function useEntryLabels(): EntryLabels {
  const { t } = useTranslation(['actions', 'events']);
  const { t: tEvents } = useTranslation('events');
  return {
    action: (id) => entryLabel(t, `${id}.label`, id),
    event: (name) => entryLabel(tEvents, `types.${name}.label`, name),
    node: (type) => entryLabel(t, `nodes.${type}.label`, type),
  };
}

function entryLabel(t: unknown, key: string, fallback: string): string {
  // Keys of entries are made from data, which the typed selector cannot know.
  return (t as TFunction)(key as never, { defaultValue: fallback } as never) as unknown as string;
}
