import { expressionFunctions } from '@penstock/server/language';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { CodeField, editableAttributes, type FieldFinding, useCodeFieldIds } from './code-field.tsx';
import { expressionLanguage } from './expression-language.ts';
import { expressionSupport } from './expression-support.ts';
import type { ExpressionFieldProps } from './field-props.ts';
import { findProblems } from './find-problems.ts';
import { useCodeView, useSettled } from './use-code-view.ts';
import { useEditorPhrases, useEditorWords } from './use-editor-words.ts';
import { useProblemText } from './use-problem-text.ts';

const functionNames = [...expressionFunctions.keys()];

export default function ExpressionEditor(props: ExpressionFieldProps) {
  const { value, label, hideLabel = false, description, error, scope, expects = null, isReadOnly = false } = props;
  const [multiline] = useState(props.multiline === true || value.includes('\n'));
  const ids = useCodeFieldIds();
  const words = useEditorWords();
  const phrases = useEditorPhrases();
  const textOf = useProblemText(scope, expects);
  const currentScope = useEffectEvent(() => scope);
  const currentWords = useEffectEvent(() => words);
  const settled = useSettled(value);
  const problems = useMemo(
    () => findProblems(settled, { scope, expects, functions: functionNames }),
    [settled, scope, expects],
  );
  const finding = findingOf(problems, textOf, error);
  const code = useCodeView({
    value,
    onChange: props.onChange,
    onBlur: props.onBlur,
    isMultiline: multiline,
    surroundings: {
      attributes: editableAttributes(ids, {
        label,
        hideLabel,
        hasDescription: description !== undefined,
        finding,
        multiline,
      }),
      placeholder: props.placeholder ?? '',
      isReadOnly,
      phrases,
    },
    extensions: () => [
      expressionLanguage(),
      expressionSupport({ scope: () => currentScope(), words: () => currentWords() }),
    ],
  });
  const show = useEffectEvent((found: typeof problems) => {
    code.show(
      settled,
      found.map(({ severity, from, to, ...problem }) => ({
        severity,
        from,
        to,
        message: textOf({ severity, from, to, ...problem }),
      })),
    );
  });
  useEffect(() => show(problems), [problems]);
  return (
    <CodeField
      ids={ids}
      label={label}
      hideLabel={hideLabel}
      description={description}
      finding={finding}
      multiline={multiline}
      isReadOnly={isReadOnly}
      onLabel={code.focus}
    >
      <div ref={code.host} />
    </CodeField>
  );
}

/** The first error, else what validation says, else the first warning. */
function findingOf(
  problems: ReturnType<typeof findProblems>,
  textOf: ReturnType<typeof useProblemText>,
  error: ExpressionFieldProps['error'],
): FieldFinding | null {
  const worst = problems.find(({ severity }) => severity === 'error');
  if (worst !== undefined) return { text: textOf(worst), isWarning: false };
  if (error !== undefined && error !== null && error !== false) return { text: error, isWarning: false };
  const [warning] = problems;
  return warning === undefined ? null : { text: textOf(warning), isWarning: true };
}
