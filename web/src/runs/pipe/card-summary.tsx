import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import type { StepInfo } from '../../steps/step-tree.ts';
import { useStepSummary } from '../../steps/summary/use-step-summary.tsx';
import { addressOf } from '../data/use-calls.ts';
import { outcomeOf } from '../outcome/outcome-of.ts';
import { OutcomeText } from '../outcome/outcome-text.tsx';
import type { StepRow } from '../run-types.ts';
import { useWaitSentence } from '../use-wait-sentence.ts';
import { useRunView } from '../view/run-view.tsx';
import type { CardState } from './card-state.ts';

/** What happened in a step, in words. */
export function CardSummary({ step, row, state }: { step: StepInfo; row: StepRow | undefined; state: CardState }) {
  const { t } = useTranslation('runs');
  const { calls, names } = useRunView();
  const errors = useErrorText();
  const summaryOf = useStepSummary();
  const waitSentence = useWaitSentence();
  if (row === undefined) return <>{t(($) => $.pipe.notReached)}</>;
  const error = row.error as { code?: string; details?: Record<string, unknown> } | null;
  const failed = row.status === 'FAILED' || row.status === 'RETRY_SCHEDULED';
  if (failed && typeof error?.code === 'string') {
    return <>{errors.ofError({ code: error.code, details: error.details ?? {} })}</>;
  }
  if (state.wait !== undefined) return <>{waitSentence(state.wait)}</>;
  const outcome = outcomeOf(step, row, calls.get(addressOf(step.path, row.iterationKey)), names);
  // Where nothing is known of what it did, what it was to do.
  return outcome === null ? summaryOf(step.source) : <OutcomeText outcome={outcome} />;
}
