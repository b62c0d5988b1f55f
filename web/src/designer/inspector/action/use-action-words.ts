import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../../i18n/entry-labels.ts';
import type { ActionEntry } from '../../store/catalog.ts';
import type { FieldWords } from '../fields/field-words.ts';

/** Names and editors of an action's inputs. */
export function useActionWords(action: ActionEntry): FieldWords {
  const labels = useEntryLabels();
  const { i18n } = useTranslation('actions');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels are made anew on each draw and differ by language only
  return useMemo(
    () => ({
      label: (field) => labels.field(action.id, withoutEntries(field.path)),
      choice: (field, choice) => labels.option(action.id, withoutEntries(field.path), choice),
      editor: (field) => action.editor[`/${field.path.join('/')}`],
      isPatch: (field) => field.path[0] === 'patch' && field.path.length > 1,
    }),
    [action, i18n.language],
  );
}

function withoutEntries(path: readonly string[]): string[] {
  return path.filter((name) => name !== '*');
}
