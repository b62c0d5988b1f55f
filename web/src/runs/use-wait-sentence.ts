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

/** The same where only the kind of a run's wait is known. */
export function useWaitKind(): (type: string | null, reason: string | null) => string {
  const { t } = useTranslation('runs');
  return (type, reason) => {
    if (type === 'operator') {
      const known = operatorReasons.find((each) => each === reason) ?? 'held';
      return t(($) => $.waits.forOperator[known]);
    }
    const kind = waitKinds.find((each) => each === type);
    return kind === undefined ? t(($) => $.waits.forAnEvent) : t(($) => $.waits.forKind[kind]);
  };
}

const waitKinds = ['time', 'retry', 'human', 'child', 'place'] as const;
const operatorReasons = ['in_doubt', 'quarantined', 'exhausted', 'held'] as const;

function kindOfWait(wait: WaitingFor): 'time' | 'retry' | 'human' | 'child' | 'place' {
  return wait.type === 'event' || wait.type === 'operator' ? 'time' : wait.type;
}
