import type { RunState } from './run-state.ts';
import type { Envelope, OutstandingCommand } from './types.ts';

export { outstandingFor } from './outstanding.ts';

/** The run's data as people and snapshots see it; side-by-side iterations show once they are merged. */
export function envelopeOf(state: RunState): Envelope {
  return state.envelope;
}

/** Commands that wait for an answer, oldest first: what a worker that takes the run over has to see to. */
export function outstandingOf(state: RunState): OutstandingCommand[] {
  return [...state.outstanding];
}

export function isFinished(state: RunState): boolean {
  return state.finished !== null;
}

/** What the run waits for, for people: type, name, since, until. */
export interface WaitSummary {
  token: string;
  type: 'action' | 'event' | 'time' | 'human' | 'retry' | 'child';
  path: string;
  iterationKey: string;
  stepId: string;
  attempt: number;
  /** Action id@version, event name, task type, workflow; null for time and retry. */
  subject: string | null;
  correlationKey: string | null;
  dueAt: string | null;
}

export function waitSummary(state: RunState): WaitSummary[] {
  return outstandingOf(state).map((command) => {
    const { path, iterationKey, stepId } = command.address;
    const place = { token: command.token, path, iterationKey, stepId, attempt: command.attempt };
    if (command.type === 'invoke') {
      const subject = `${command.action.id}@${command.action.version}`;
      return { ...place, type: 'action', subject, correlationKey: null, dueAt: null };
    }
    if (command.type === 'startChild') {
      return { ...place, type: 'child', subject: command.workflow, correlationKey: null, dueAt: null };
    }
    const { wait } = command;
    return {
      ...place,
      type: wait.type,
      subject: wait.type === 'event' ? wait.eventName : wait.type === 'human' ? wait.taskType : null,
      correlationKey: wait.type === 'event' ? wait.correlationKey : null,
      dueAt: wait.dueAt,
    };
  });
}
