import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionHelp } from '../../i18n/entry-labels.ts';
import { useSourceWords } from '../scope/use-source-words.ts';
import { useTypeText } from '../scope/use-type-text.ts';
import type { EditorWords, Phrases } from './editor-words.ts';

export function useEditorWords(): EditorWords {
  const { t } = useTranslation('expressions');
  const type = useTypeText();
  const words = useSourceWords();
  const help = useFunctionHelp();
  return useMemo(
    () => ({
      type,
      valueType: (name) => t(($) => $.valueTypes[name]),
      source: words.whose,
      doubt: words.doubt,
      help: (fn) => help(fn.name),
      example: ({ example: { expression, result } }) => ({
        expression,
        result: JSON.stringify(result),
        gives: t(($) => $.editor.gives),
      }),
      section: (kind) => t(($) => $.editor[kind]),
    }),
    [t, type, words, help],
  );
}

/** The editor's own words, by the English ones that it knows them by. */
export function useEditorPhrases(): Phrases {
  const { t } = useTranslation('expressions');
  return useMemo(
    () => ({
      Completions: t(($) => $.editor.completions),
      Diagnostics: t(($) => $.editor.diagnostics),
      'No diagnostics': t(($) => $.editor.noDiagnostics),
      close: t(($) => $.editor.close),
    }),
    [t],
  );
}
