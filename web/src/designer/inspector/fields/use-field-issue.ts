import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../api/use-error-text.ts';
import { useEditorState } from '../../store/editor-context.ts';
import { neededField } from '../../validation/needed-field.ts';
import { useStepKey } from '../step-context.ts';

/** What the field's own editor says already, and more exactly. */
const SAID_BY_EDITOR: ReadonlySet<string> = new Set(['INVALID_EXPR']);

/** What is wrong with one field, in words; undefined = nothing is known to be. */
export function useFieldIssue(pointer: string): { text: string; isWarning: boolean } | undefined {
  const key = useStepKey();
  const { t } = useTranslation('forms');
  const errorText = useErrorText();
  const body = useEditorState((state) => state.document.steps[key]);
  const issue = useEditorState((state) =>
    state.issues.find(
      (one) =>
        one.at.kind === 'step' &&
        one.at.key === key &&
        !SAID_BY_EDITOR.has(one.code) &&
        (one.pointer === pointer || one.pointer === `${pointer}/$expr`),
    ),
  );
  if (issue === undefined) return undefined;
  const isNeeded =
    issue.code === 'MISSING_REQUIRED_MAPPING' || issue.code === 'EMPTY_EXPRESSION' || neededField(issue, body) !== null;
  return { text: isNeeded ? t(($) => $.needed) : errorText.ofFinding(issue), isWarning: issue.severity === 'warning' };
}
