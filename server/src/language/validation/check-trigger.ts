import type { JsonObject } from '../../kernel/json.ts';
import type { WorkflowDefinition } from '../definition/definition.schema.ts';
import type { EventTrigger } from '../definition/trigger.schema.ts';
import type { EventFacts, ValidationContext } from './context.ts';
import { findExpressionProblem, rootsOf } from './expression-check.ts';
import { type IssuePlace, issueAt, type ValidationIssue } from './issue.ts';
import { mappingLeaves } from './mapping-leaves.ts';
import { suggest } from './suggest.ts';

const at = (pointer: string): IssuePlace => ({ stepPath: 'trigger', stepId: null, pointer });

/** The payload contract and how a trigger fills it. */
export function checkTrigger(definition: WorkflowDefinition, context: ValidationContext): ValidationIssue[] {
  const { trigger } = definition;
  if (trigger === undefined) return checkContract(definition, context);
  if (trigger.type !== 'event') {
    return [issueAt(at('/type'), 'TRIGGER_UNSUPPORTED', { type: trigger.type }), ...checkContract(definition, context)];
  }
  const event = context.events.find((known) => known.eventType === trigger.eventName);
  return [
    ...checkContract(definition, context),
    ...checkEvent(trigger, event, context),
    ...checkMapping(definition, trigger, event, context),
  ];
}

function checkContract(definition: WorkflowDefinition, context: ValidationContext): ValidationIssue[] {
  const place: IssuePlace = { stepPath: 'root', stepId: null, pointer: '/payloadSchemaRef' };
  if (context.payloadSchemaMode === 'inferred' && definition.trigger?.type !== 'event') {
    return [issueAt(place, 'PAYLOAD_SCHEMA_INFERENCE_UNSUPPORTED_TRIGGER')];
  }
  const ref = definition.payloadSchemaRef.trim();
  if (ref === '') return [issueAt(place, 'PAYLOAD_SCHEMA_REF_MISSING')];
  if (Object.hasOwn(context.payloadSchemas, ref)) return [];
  return [
    issueAt(place, 'UNKNOWN_PAYLOAD_SCHEMA_REF', { schemaRef: ref }, suggest(ref, Object.keys(context.payloadSchemas))),
  ];
}

function checkEvent(
  trigger: EventTrigger,
  event: EventFacts | undefined,
  context: ValidationContext,
): ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  if (event === undefined) {
    const known = context.events.map((one) => one.eventType);
    const name = trigger.eventName;
    issues.push(issueAt(at('/eventName'), 'UNKNOWN_TRIGGER_EVENT', { eventName: name }, suggest(name, known)));
  }
  const override = trigger.sourcePayloadSchemaRef;
  if (override !== undefined && !Object.hasOwn(context.payloadSchemas, override)) {
    const known = Object.keys(context.payloadSchemas);
    issues.push(
      issueAt(
        at('/sourcePayloadSchemaRef'),
        'UNKNOWN_TRIGGER_SOURCE_SCHEMA_REF',
        { schemaRef: override },
        suggest(override, known),
      ),
    );
  }
  return issues;
}

function checkMapping(
  definition: WorkflowDefinition,
  trigger: EventTrigger,
  event: EventFacts | undefined,
  context: ValidationContext,
): ValidationIssue[] {
  const mapping = trigger.payloadMapping;
  const source = trigger.sourcePayloadSchemaRef ?? event?.payloadSchemaRef;
  const target = context.payloadSchemaMode === 'inferred' ? source : definition.payloadSchemaRef;
  if (mapping === undefined || Object.keys(mapping).length === 0) {
    if (source === undefined || source === target) return [];
    return [issueAt(at('/payloadMapping'), 'TRIGGER_MAPPING_REQUIRED', { source, target: target ?? '' })];
  }
  const issues = [...mappingLeaves(mapping, '/payloadMapping')].flatMap(checkLeaf);
  const missing = missingTargets(
    target === undefined ? undefined : context.payloadSchemas[target],
    Object.keys(mapping),
  );
  if (missing.length > 0) {
    issues.push(issueAt(at('/payloadMapping'), 'TRIGGER_MAPPING_MISSING_REQUIRED_FIELDS', { fields: missing }));
  }
  return issues;
}

function checkLeaf(
  leaf: ReturnType<typeof mappingLeaves> extends Generator<infer Leaf> ? Leaf : never,
): ValidationIssue[] {
  const place = at(leaf.pointer);
  // Secrets are not built yet, so no name can be found.
  if (leaf.kind === 'secret') return [issueAt(place, 'SECRET_NOT_FOUND', { name: leaf.name })];
  if (leaf.kind === 'unknownKey') return [issueAt(place, 'UNKNOWN_SPECIAL_KEY', { key: leaf.key })];
  const problem = findExpressionProblem(leaf.source, place);
  if (problem !== null) return [problem];
  return rootsOf(leaf.source)
    .filter((root) => root !== 'event')
    .map((root) => issueAt(place, 'TRIGGER_MAPPING_INVALID_ROOT', { root, expression: leaf.source }));
}

/** Required members of the contract that no target of the mapping covers. `tenantId` and `occurredAt` of events are not added by a mapping. */
function missingTargets(schema: JsonObject | undefined, targets: readonly string[]): string[] {
  const required = schema && Array.isArray(schema.required) ? schema.required : [];
  return required.filter(
    (name): name is string =>
      typeof name === 'string' && !targets.some((target) => target === name || target.startsWith(`${name}.`)),
  );
}
