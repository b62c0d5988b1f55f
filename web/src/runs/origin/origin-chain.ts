import type { Outputs } from '../../api/trpc.ts';
import type { RunDetails } from '../run-types.ts';

export type RunEvent = Outputs['runs']['events']['items'][number];

/** A link of the chain that led to the run and leads on from it. */
export type ChainLink =
  | { is: 'hand' }
  | { is: 'run'; runId: string }
  | { is: 'event'; name: string | null; about: string | null; count: number }
  | { is: 'this' };

type Facts = Pick<RunDetails, 'runId' | 'parentRunId' | 'eventType' | 'correlationKey' | 'childRunIds'> & {
  causation: { chain: readonly string[] };
};

const SHOWN_CHILDREN = 5;

/** Oldest first: what started what until this run, then the events that it sent and the runs that it called. */
export function originChain(run: Facts, events: readonly RunEvent[]): ChainLink[] {
  const before = run.causation.chain.flatMap((entry): ChainLink[] => {
    const [kind, id = ''] = entry.split(/:(.*)/);
    if (kind === 'run') return id === run.runId ? [] : [{ is: 'run', runId: id }];
    return kind === 'event' ? [{ is: 'event', name: null, about: null, count: 1 }] : [];
  });
  // The chain ends with the event that started the run, which is known by its name.
  if (run.eventType !== null && before.at(-1)?.is === 'event') before.pop();
  if (run.parentRunId !== null && !before.some((link) => link.is === 'run' && link.runId === run.parentRunId)) {
    before.push({ is: 'run', runId: run.parentRunId });
  }
  if (run.eventType !== null) before.push({ is: 'event', name: run.eventType, about: run.correlationKey, count: 1 });
  if (before.length === 0) before.push({ is: 'hand' });
  const children = run.childRunIds.slice(0, SHOWN_CHILDREN).map((runId): ChainLink => ({ is: 'run', runId }));
  return [...before, { is: 'this' }, ...children, ...sentEvents(events)];
}

/** Events of one kind are one link: a loop sends many. */
function sentEvents(events: readonly RunEvent[]): ChainLink[] {
  const sent = new Map<string, number>();
  for (const { role, eventName } of events) {
    if (role === 'emitted') sent.set(eventName, (sent.get(eventName) ?? 0) + 1);
  }
  return [...sent].map(([name, count]) => ({ is: 'event', name, about: null, count }));
}
