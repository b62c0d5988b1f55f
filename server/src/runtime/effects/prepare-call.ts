import type { Tx } from '../../db/tx.ts';
import { appError, type InputIssue } from '../../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { CommandOf, RunFailure } from '../../language/interpreter/types.ts';
import type { AnyAction } from '../../registry/define-action.ts';
import type { HeldRun } from '../held-run.ts';
import type { RuntimeContext } from '../runtime-context.ts';
import { type CallIdentity, identifyCall } from './idempotency-key.ts';
import { toRunFailure } from './to-run-failure.ts';

export interface PreparedCall {
  command: CommandOf<'invoke'>;
  action: AnyAction;
  /** As the action's schema gave it back: defaults filled in. */
  input: JsonObject;
  identity: CallIdentity;
}

export type Preparation = { isReady: true; call: PreparedCall } | { isReady: false; failure: RunFailure };

/**
 * Everything that can refuse a call before it begins: no such action, a right that the run's actor has not or has not any more, a
 * secret that is not there, an input that the action's schema does not take. `tx` null = only where the action needs no permission.
 */
export async function prepareCall(
  context: RuntimeContext,
  held: HeldRun,
  command: CommandOf<'invoke'>,
  tx: Tx | null,
): Promise<Preparation> {
  const permission = context.platform.registry.action(command.action.id, command.action.version)?.permission ?? null;
  if (permission !== null && (tx === null || !(await context.roles.may(tx, held.actor, permission)))) {
    return refuse(appError('PERMISSION_DENIED', { permission }, `The run's actor lacks ${permission}`));
  }
  return parseCall(context, held, command);
}

/** The call as its action takes it, whoever asks. */
export function parseCall(context: RuntimeContext, held: HeldRun, command: CommandOf<'invoke'>): Preparation {
  const { id, version } = command.action;
  const action = context.platform.registry.action(id, version);
  if (action === undefined) return refuse(appError('NOT_FOUND', { resource: 'action', id: `${id}@${version}` }));
  const secret = findSecret(command.input);
  if (secret !== null) return refuse(appError('NOT_FOUND', { resource: 'secret', id: secret }));
  const parsed = action.input.safeParse(command.input);
  if (!parsed.success) {
    const issues = inputIssues(parsed.error.issues);
    return refuse(
      appError('INVALID_INPUT', { issues }, issues.map(({ path, message }) => `${path}: ${message}`).join('; ')),
    );
  }
  const input = parsed.data as JsonObject;
  const identity = identifyCall({ tenant: held.tenant, runId: held.runId, command }, action, input);
  return { isReady: true, call: { command, action, input, identity } };
}

function refuse(error: unknown): Preparation {
  return { isReady: false, failure: toRunFailure(error) };
}

/** Name of the first secret that is referred to: none are kept yet, and a reference must never reach an action as a value. */
function findSecret(value: Json): string | null {
  if (Array.isArray(value)) return firstOf(value);
  if (!isJsonObject(value)) return null;
  if (typeof value.$secret === 'string') return value.$secret;
  return firstOf(Object.values(value));
}

function firstOf(values: Json[]): string | null {
  for (const value of values) {
    const found = findSecret(value);
    if (found !== null) return found;
  }
  return null;
}

interface ZodIssue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}

/** JSON pointers into the input; an unknown member is named itself. */
export function inputIssues(issues: readonly ZodIssue[]): InputIssue[] {
  return issues.flatMap(({ code = 'invalid', path, message, keys }) => {
    const pointer = path.map((part) => `/${String(part)}`).join('');
    if (code !== 'unrecognized_keys' || keys === undefined) return [{ path: pointer, code, message }];
    return keys.map((key) => ({ path: `${pointer}/${key}`, code: 'unknown_field', message: `Unknown field ${key}` }));
  });
}
