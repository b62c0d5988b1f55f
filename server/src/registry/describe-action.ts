import type { ErrorCode } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Permission } from '../kernel/permissions.ts';
import type { AnyAction, EffectKind, FieldEditor } from './define-action.ts';
import { inputJsonSchema, outputJsonSchema } from './json-schema.ts';

/** All of an action that the web, the validator and bundles need, as plain JSON. */
export interface ActionDescriptor {
  id: string;
  version: number;
  group: string;
  icon: string;
  permission: Permission | null;
  effect: EffectKind;
  keyField: { name: string; onReuse: 'refuse' | 'ignore' } | null;
  inputSchema: JsonObject;
  outputSchema: JsonObject;
  errors: readonly ErrorCode[];
  retryHint: { maxAttempts: number; backoffMs: number; backoffMultiplier?: number; maxDelayMs?: number } | null;
  /** JSON pointer of an input member → how a form shows it, where the schema does not say enough. */
  editor: Record<string, FieldEditor>;
  examples: readonly { input: unknown; output: unknown }[];
  labelKey: string;
  descriptionKey: string;
  groupLabelKey: string;
}

export function describeAction(action: AnyAction): ActionDescriptor {
  return {
    id: action.id,
    version: action.version,
    group: action.group,
    icon: action.icon,
    permission: action.permission,
    effect: action.effect,
    keyField: action.keyField ?? null,
    inputSchema: inputJsonSchema(action.input),
    outputSchema: outputJsonSchema(action.output),
    errors: action.errors,
    retryHint: action.retryHint ?? null,
    editor: action.editor ?? {},
    examples: action.examples,
    labelKey: `actions.${action.id}.label`,
    descriptionKey: `actions.${action.id}.description`,
    groupLabelKey: `actions.groups.${action.group}`,
  };
}
