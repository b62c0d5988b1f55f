import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../api/use-error-text.ts';
import { useEditorState } from '../../store/editor-context.ts';
import type { DesignIssue } from '../../store/issues.ts';
import { useStepKey } from '../step-context.ts';

/** The field that a finding speaks of: a missing input is named by its dotted path. */
export function fieldPointerOf({ code, pointer, params }: DesignIssue): string {
  if (code !== 'MISSING_REQUIRED_MAPPING' || typeof params.field !== 'string') return pointer;
  return `${pointer}/${params.field.split('.').join('/')}`;
}

/** What is wrong with one field, in words; undefined = nothing is known to be. */
export function useFieldIssue(pointer: string): { text: string; isWarning: boolean } | undefined {
  const key = useStepKey();
  const { t } = useTranslation('forms');
  const errorText = useErrorText();
  const issue = useEditorState((state) =>
    state.issues.find((one) => {
      if (one.at.kind !== 'step' || one.at.key !== key) return false;
      const at = fieldPointerOf(one);
      return at === pointer || at === `${pointer}/$expr`;
    }),
  );
  if (issue === undefined) return undefined;
  const isEmptyTarget = issue.code === 'CALL_TARGET_UNKNOWN' && issue.params.target === '';
  const isNeeded = isEmptyTarget || issue.code === 'MISSING_REQUIRED_MAPPING' || issue.code === 'EMPTY_EXPRESSION';
  return { text: isNeeded ? t(($) => $.needed) : errorText.ofFinding(issue), isWarning: issue.severity === 'warning' };
}
