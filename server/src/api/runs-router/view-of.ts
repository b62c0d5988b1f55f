import { can } from '../../kernel/permissions.ts';
import type { RunView } from '../../runs/redact-run.ts';
import type { Principal } from '../context.ts';

/** Data of a run is for whoever may manage workflows; others see its course. */
export function viewOf(principal: Principal): RunView {
  return can(principal.role, 'workflow:manage') ? 'full' : 'reduced';
}
