import type { RunState } from './run-state.ts';
import type { OutstandingCommand } from './types.ts';

/** The command that waits for this token's answer; undefined = answered already, abandoned, or never there. */
export function outstandingFor(state: RunState, token: string): OutstandingCommand | undefined {
  return state.outstanding.find((command) => command.token === token);
}

export function dropOutstanding(state: RunState, token: string): void {
  state.outstanding = state.outstanding.filter((command) => command.token !== token);
}
