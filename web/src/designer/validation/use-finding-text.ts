import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import type { StepBody } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';
import { type NeededField, neededField } from './needed-field.ts';

/** A finding in words. What is merely still empty is called by the name that it has in its form. */
export function useFindingText(): (issue: DesignIssue, body: StepBody | undefined) => string {
  const { t } = useTranslation('inspector');
  const texts = useErrorText();
  return (issue, body) => {
    const field = neededField(issue, body);
    if (field === null) return texts.ofFinding(issue);
    const words: Record<NeededField, string> = {
      condition: t(($) => $.if.condition),
      items: t(($) => $.forEach.items),
      correlationKey: t(($) => $.eventWait.key),
      eventName: t(($) => $.eventWait.event),
      state: t(($) => $.state.state),
      workflow: t(($) => $.call.workflow),
      until: t(($) => $.timeWait.moment),
    };
    return texts.ofFinding({ code: 'MISSING_REQUIRED_MAPPING', params: { field: words[field] } });
  };
}
