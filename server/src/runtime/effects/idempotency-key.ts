import { canonicalJsonCompact, type JsonObject } from '../../kernel/json.ts';
import { findUnstorable } from '../../kernel/storable.ts';
import type { CommandOf } from '../../language/interpreter/types.ts';
import type { AnyAction } from '../../registry/define-action.ts';
import { deterministicId, sha256Hex } from '../deterministic-id.ts';

export type KeySource = 'step' | 'action' | 'engine';

/** What makes a call this call: the same for every attempt and after every crash. */
export interface CallIdentity {
  invocationId: string;
  key: string;
  keySource: KeySource;
  inputHash: string;
}

/** Longer keys, and those with characters that the database has not, are kept as their hash: the unique index takes any key. */
const MAX_KEY_LENGTH = 256;

/** The step's expression wins, then the input member that the action names, then the engine's own key for this place of this run. */
export function identifyCall(
  call: { tenant: string; runId: string; command: CommandOf<'invoke'> },
  action: AnyAction,
  input: JsonObject,
): CallIdentity {
  const { key, keySource } = chooseKey(call, action, input);
  return {
    key,
    keySource,
    invocationId: deterministicId('invocation', call.tenant, action.id, action.version, key),
    inputHash: sha256Hex(canonicalJsonCompact(input)),
  };
}

function chooseKey(
  { tenant, runId, command }: { tenant: string; runId: string; command: CommandOf<'invoke'> },
  action: AnyAction,
  input: JsonObject,
): { key: string; keySource: KeySource } {
  if (command.idempotencyKey !== null && command.idempotencyKey !== '') {
    return { key: fitting(command.idempotencyKey), keySource: 'step' };
  }
  const own = action.keyField === undefined ? undefined : input[action.keyField.name];
  if (typeof own === 'string' && own !== '') return { key: fitting(own), keySource: 'action' };
  const { path, iterationKey } = command.address;
  const place = JSON.stringify([tenant, runId, path, iterationKey, `${action.id}@${action.version}`]);
  return { key: sha256Hex(place), keySource: 'engine' };
}

function fitting(key: string): string {
  return key.length <= MAX_KEY_LENGTH && findUnstorable(key) === null ? key : `sha256:${sha256Hex(key)}`;
}
