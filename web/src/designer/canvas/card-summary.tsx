import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { useStepSummary } from '../../steps/summary/use-step-summary.tsx';
import type { StepBody } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';

/** The second line of a card: what is wrong first, else what the step does. */
export function CardSummary({
  body,
  folded,
  problem,
}: {
  body: StepBody;
  folded: number;
  problem: DesignIssue | null;
}) {
  const { t } = useTranslation('canvas');
  const texts = useErrorText();
  const summaryOf = useStepSummary();
  if (problem !== null) return <>{texts.ofFinding(problem)}</>;
  if (folded > 0) return <>{t(($) => $.card.folded, { count: folded })}</>;
  return <>{summaryOf(body)}</>;
}
