import { useTranslation } from 'react-i18next';
import { useStepName } from '../steps/use-step-name.ts';
import type { Origin } from './data-types.ts';

export interface OriginText {
  /** A workflow's name, a person's, or the product's. */
  who: string;
  /** What to say beside a name that is no workflow's. */
  badge: 'byHand' | 'byKey' | null;
  /** Name of the step, where a run made the change. */
  step: string | null;
}

export function useOriginText(): (origin: Origin) => OriginText {
  const { t } = useTranslation('data');
  const stepName = useStepName();
  return ({ runId, actorType, source, stepId, names }) => {
    if (runId !== null) {
      const step = names.step === null ? stepId : stepName(names.step);
      return { who: names.workflow ?? t(($) => $.origins.goneWorkflow), badge: null, step };
    }
    if (actorType === 'system') return { who: t(($) => $.origins.system), badge: null, step: null };
    const who = names.actor ?? t(($) => $.origins.unknown);
    return { who, badge: source === 'ui' ? 'byHand' : 'byKey', step: null };
  };
}
