import type { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import type { Permission } from '../kernel/permissions.ts';
import type { Ports } from './ports.ts';

/**
 * What happens when a worker dies in the middle of the call.
 * pure: nothing to protect, may run again · transactional: runs inside the boundary's transaction, exactly once ·
 * keyed: outside world that takes an idempotency key, sent again with the same key · at-least-once: outside world without a key;
 * a crash in the call leaves it IN_DOUBT until a probe or a person settles it.
 */
export const EffectKinds = ['pure', 'transactional', 'keyed', 'at-least-once'] as const;
export type EffectKind = (typeof EffectKinds)[number];

/** What every action gets. Time, ids and the key come from the engine so that a replay is the same call. */
export interface ActionContext {
  tenant: string;
  runId: string;
  stepId: string;
  stepPath: string;
  attempt: number;
  /** Time of the boundary. */
  now: Date;
  actor: Actor;
  /** The key of this logical call: the same for every attempt and after every crash. */
  idempotencyKey: string;
  signal: AbortSignal;
  ports: Ports;
}

export interface ActionDefinition<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `group.verb_noun`, as authors write it in `action.call`. */
  id: string;
  version: number;
  /** Palette group; its label is `actions.groups.<group>`. */
  group: string;
  /** Tabler icon name of the card's tile. */
  icon: string;
  /** Checked against the run's actor before the call; null = nothing to protect. */
  permission: Permission | null;
  effect: EffectKind;
  /** The input member that an author may set to name the logical call: reused with another input is refused (idempotency_key) or ignored (dedupe_key). */
  keyField?: { name: string; onReuse: 'refuse' | 'ignore' };
  input: Input;
  output: Output;
  /** Codes that the action throws on purpose. */
  errors: readonly ErrorCode[];
  /** Used where the step has no retry policy of its own. */
  retryHint?: { maxAttempts: number; backoffMs: number; backoffMultiplier?: number; maxDelayMs?: number };
  /** How a form shows an input when its schema does not say enough; JSON pointer of the field → editor. */
  editor?: Record<string, FieldEditor>;
  examples: readonly { input: z.input<Input>; output: z.output<Output> }[];
  run(input: z.output<Input>, context: ActionContext): Promise<z.input<Output>> | z.input<Output>;
  /** at-least-once only: asks the outside world whether the call arrived. */
  probe?(input: z.output<Input>, context: ActionContext): Promise<'done' | 'not-done' | 'unknown'>;
}

export type FieldEditor =
  | { kind: 'softEnum'; suggestions: 'store.namespaces' | 'links.namespaces' | 'links.types' | 'links.relations' }
  | { kind: 'segmented' }
  | { kind: 'record'; recordType: string }
  | { kind: 'json' }
  | { kind: 'multiline' };

/** An action whose schemas nobody needs to know precisely any more. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds actions of every shape; each is checked where it is defined
export type AnyAction = ActionDefinition<any, any>;

/** Declares an action: one file under `actions/`, found by the generated catalogue. */
export function defineAction<Input extends z.ZodObject, Output extends z.ZodType>(
  action: ActionDefinition<Input, Output>,
): ActionDefinition<Input, Output> {
  return action;
}
