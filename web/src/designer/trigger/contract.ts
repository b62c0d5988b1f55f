import type { Json, JsonObject, WorkflowDefinition } from '@penstock/server/language';
import { readableMembers, type Schema } from '../scope/schema-reading.ts';

type Trigger = NonNullable<WorkflowDefinition['trigger']>;
export type EventTrigger = Extract<Trigger, { type: 'event' }>;
export type ClockTrigger = Exclude<Trigger, EventTrigger>;

/** inferred: the input follows the event; pinned: it stays what it is. */
export type ContractMode = 'pinned' | 'inferred';

export const EMPTY_CONTRACT = 'payload.Empty.v1';

export interface ContractFacts {
  readonly mode: ContractMode;
  readonly payloadSchemaRef: string;
  readonly trigger: EventTrigger;
  /** Of the event, by the catalogue; null = the event is not known. */
  readonly eventRef: string | null;
  schemaOf(ref: string): Schema | null;
}

export interface ContractState {
  readonly status: 'ready' | 'needed';
  readonly why: 'sameSchema' | 'mapped' | 'missing' | 'needsMapping' | 'unknownEvent' | 'unknownContract';
  /** What the event brings, and what the workflow takes. */
  readonly source: string | null;
  readonly target: string;
  /** Required fields that no row of the mapping makes. */
  readonly missing: readonly string[];
}

/** Does what the event brings become what the workflow takes? */
export function contractState(facts: ContractFacts): ContractState {
  const { mode, trigger, eventRef, payloadSchemaRef } = facts;
  const source = trigger.sourcePayloadSchemaRef ?? eventRef;
  const target = mode === 'inferred' && source !== null ? source : payloadSchemaRef;
  const answer = (status: ContractState['status'], why: ContractState['why'], missing: readonly string[] = []) => ({
    status,
    why,
    source,
    target,
    missing,
  });
  if (eventRef === null) return answer('needed', 'unknownEvent');
  const schema = facts.schemaOf(target);
  if (schema === null) return answer('needed', 'unknownContract');
  const mapping = trigger.payloadMapping ?? {};
  if (Object.keys(mapping).length === 0) {
    return source === target ? answer('ready', 'sameSchema') : answer('needed', 'needsMapping');
  }
  const missing = missingTargets(schema, mapping);
  return missing.length > 0 ? answer('needed', 'missing', missing) : answer('ready', 'mapped');
}

function missingTargets(schema: Schema, mapping: JsonObject): string[] {
  const targets = Object.keys(mapping);
  return readableMembers(schema)
    .filter(({ required }) => required)
    .map(({ name }) => name)
    .filter((name) => !targets.some((target) => target === name || target.startsWith(`${name}.`)));
}

/** What becomes of the input when another event is chosen. ask = the author decides between the two. */
export function contractOnEvent(
  current: { mode: ContractMode; payloadSchemaRef: string; hasSteps: boolean },
  eventRef: string,
): 'same' | 'take' | 'ask' {
  if (current.payloadSchemaRef === eventRef) return 'same';
  return current.payloadSchemaRef === EMPTY_CONTRACT || !current.hasSteps ? 'take' : 'ask';
}

export interface MappingRow {
  readonly target: string;
  readonly schema: Schema | null;
  readonly required: boolean;
  /** undefined = nobody made it yet. */
  readonly value: Json | undefined;
  /** false = the input has no such field. */
  readonly isKnown: boolean;
}

/** Fields of the input, those that are needed first, then targets that the input does not have. */
export function mappingRows(schema: Schema | null, mapping: JsonObject): MappingRow[] {
  const members = readableMembers(schema).map(({ name, schema: member, required }) => ({
    target: name,
    schema: member,
    required,
    value: mapping[name],
    isKnown: true,
  }));
  const known = new Set(members.map(({ target }) => target));
  const others = Object.entries(mapping)
    .filter(([target]) => !known.has(target))
    // A dotted target makes a member of an object.
    .map(([target, value]) => {
      const isKnown = known.size === 0 || known.has(target.split('.')[0] ?? '');
      return { target, schema: null, required: false, value, isKnown };
    });
  return [...members.filter(({ required }) => required), ...members.filter(({ required }) => !required), ...others];
}

/** Fields that nobody made yet and that the event brings under the same name. */
export function sameNames(rows: readonly MappingRow[], source: Schema | null): string[] {
  const brought = new Set(readableMembers(source).map(({ name }) => name));
  return rows.filter(({ target, value }) => value === undefined && brought.has(target)).map(({ target }) => target);
}
