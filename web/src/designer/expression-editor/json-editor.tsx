import { autocompletion } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField, editableAttributes, useCodeFieldIds } from './code-field.tsx';
import type { CodeFieldProps } from './field-props.ts';
import { jsonProblem } from './json-problem.ts';
import { useCodeView, useSettled } from './use-code-view.ts';
import { useEditorPhrases } from './use-editor-words.ts';

export default function JsonEditor(props: CodeFieldProps) {
  const { value, label, hideLabel = false, description, error, isReadOnly = false } = props;
  const { t } = useTranslation('expressions');
  const ids = useCodeFieldIds();
  const phrases = useEditorPhrases();
  const settled = useSettled(value);
  const problem = useMemo(() => jsonProblem(settled), [settled]);
  const message = problem === null ? null : t(($) => $.json.unreadable, { line: problem.line });
  const hasError = error !== undefined && error !== null && error !== false;
  const finding =
    message !== null ? { text: message, isWarning: false } : hasError ? { text: error, isWarning: false } : null;
  const code = useCodeView({
    value,
    onChange: props.onChange,
    onBlur: props.onBlur,
    isMultiline: true,
    surroundings: {
      attributes: editableAttributes(ids, {
        label,
        hideLabel,
        hasDescription: description !== undefined,
        finding,
        multiline: true,
      }),
      placeholder: props.placeholder ?? '',
      isReadOnly,
      phrases,
    },
    extensions: () => [json(), autocompletion({ override: [] })],
  });
  const show = useEffectEvent((found: typeof problem) => {
    const diagnostics = found === null ? [] : [{ ...found, severity: 'error' as const, message: message ?? '' }];
    code.show(settled, diagnostics);
  });
  useEffect(() => show(problem), [problem]);
  return (
    <CodeField
      ids={ids}
      label={label}
      hideLabel={hideLabel}
      description={description}
      finding={finding}
      multiline
      isReadOnly={isReadOnly}
      onLabel={code.focus}
    >
      <div ref={code.host} />
    </CodeField>
  );
}
