import type { Json } from '@penstock/server/language';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../api/use-error-text.ts';
import type { StepBody } from '../../model/document.ts';
import { parsePointer, valueAt } from '../../model/pointer.ts';
import { useEditorState } from '../../store/editor-context.ts';
import { neededField } from '../../validation/needed-field.ts';
import { useStepKey } from '../step-context.ts';
import { expressionOf } from './modes.ts';

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
  // Validation looks again only after the next save: what was given meanwhile is not asked for any more.
  if (isNeeded && isGiven(body, issue.pointer)) return undefined;
  return { text: isNeeded ? t(($) => $.needed) : errorText.ofFinding(issue), isWarning: issue.severity === 'warning' };
}

function isGiven(body: StepBody | undefined, pointer: string): boolean {
  const segments = parsePointer(pointer);
  if (segments === null) return false;
  const value = valueAt(body as unknown as Json | undefined, segments);
  const text = expressionOf(value) ?? value;
  return typeof text === 'string' ? text.trim() !== '' : text !== undefined;
}
