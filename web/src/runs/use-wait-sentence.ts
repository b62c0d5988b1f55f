import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../i18n/entry-labels.ts';
import type { RunDetails } from './run-types.ts';

export type WaitingFor = RunDetails['waitingFor'][number];

/** What a wait is for, in one sentence. */
export function useWaitSentence(): (wait: WaitingFor) => string {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  return (wait) => {
    const { unblockedBy } = wait;
    if (unblockedBy.kind === 'event') return t(($) => $.waits.forEvent, { event: labels.event(unblockedBy.eventName) });
    if (unblockedBy.kind === 'operator') {
      const reason = operatorReasons.find((each) => each === unblockedBy.reason) ?? 'held';
      return t(($) => $.waits.forOperator[reason]);
    }
    return t(($) => $.waits.forKind[kindOfWait(wait)]);
  };
}

const operatorReasons = ['in_doubt', 'quarantined', 'exhausted', 'held'] as const;

function kindOfWait(wait: WaitingFor): 'time' | 'retry' | 'human' | 'child' | 'place' {
  return wait.type === 'event' || wait.type === 'operator' ? 'time' : wait.type;
}
