import { useTranslation } from 'react-i18next';
import { useStepSummary } from '../../steps/summary/use-step-summary.tsx';
import type { StepBody } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';
import { useFindingText } from '../validation/use-finding-text.ts';

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
  const textOf = useFindingText();
  const summaryOf = useStepSummary();
  if (problem !== null) return <>{textOf(problem, body)}</>;
  if (folded > 0) return <>{t(($) => $.card.folded, { count: folded })}</>;
  return <>{summaryOf(body)}</>;
}
