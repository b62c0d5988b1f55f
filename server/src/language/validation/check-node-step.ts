import type { InputIssue } from '../../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { NodeStep } from '../definition/step.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import { missingMembers, unknownMembers } from './check-required-members.ts';
import type { EventFacts, ValidationContext } from './context.ts';
import { type IssuePlace, issueAt, type ValidationIssue } from './issue.ts';
import { suggest } from './suggest.ts';

/** What a node type tells validation about itself. */
export interface NodeTypeChecks {
  id: string;
  /** false = defined, but the runtime cannot run it yet. */
  isSupported: boolean;
  /** Problems of the config's form; paths are JSON pointers into the config. */
  checkConfig(config: Json): InputIssue[];
}

/** Type, config and, for a call of an action, the action and its input. */
export function checkNodeStep(
  { step, path }: WalkedStep,
  nodeTypes: ReadonlyMap<string, NodeTypeChecks>,
  context: ValidationContext,
): ValidationIssue[] {
  if (step.type.startsWith('control.')) return [];
  const at = (pointer: string): IssuePlace => ({ stepPath: path, stepId: step.id, pointer });
  const node = nodeTypes.get(step.type);
  if (node === undefined) {
    return [issueAt(at('/type'), 'UNKNOWN_NODE_TYPE', { type: step.type }, suggest(step.type, nodeTypes.keys()))];
  }
  if (!node.isSupported) return [issueAt(at('/type'), 'NODE_TYPE_UNSUPPORTED', { type: step.type })];
  const config = (step as NodeStep).config ?? {};
  const isCall = step.type === ACTION_CALL;
  const formIssues = node.checkConfig(config).map((issue) => {
    const isTarget = isCall && /^\/(actionId|version)/.test(issue.path);
    const params = { issue: issue.code, message: issue.message };
    return issueAt(at(`/config${issue.path}`), isTarget ? 'INVALID_ACTION_CONFIG' : 'INVALID_CONFIG', params);
  });
  if (formIssues.length > 0) return formIssues;
  if (isCall) return checkActionCall(config, at, context);
  if (step.type === EVENT_WAIT) return checkEventWait(config, at, context.events);
  return [];
}

// The two node types whose config names an entry of a registry; everything else a node type knows by itself.
const ACTION_CALL = 'action.call';
const EVENT_WAIT = 'event.wait';

function checkActionCall(
  config: JsonObject,
  at: (pointer: string) => IssuePlace,
  context: ValidationContext,
): ValidationIssue[] {
  const { actionId, version } = config as { actionId: string; version: number };
  const action = context.actions.find((known) => known.id === actionId && known.version === version);
  if (action === undefined) {
    const sameId = context.actions.filter((known) => known.id === actionId);
    const suggestion =
      sameId.length > 0
        ? `${actionId}@${sameId.at(-1)?.version}`
        : suggest(actionId, new Set(context.actions.map((known) => known.id)));
    return [issueAt(at('/config/actionId'), 'UNKNOWN_ACTION', { actionId, version }, suggestion)];
  }
  const mapping = isJsonObject(config.inputMapping) ? (config.inputMapping as JsonObject) : {};
  const place = at('/config/inputMapping');
  return [
    ...missingMembers(action.inputSchema, mapping).map((field) =>
      issueAt(place, 'MISSING_REQUIRED_MAPPING', { actionId, field }),
    ),
    ...unknownMembers(action.inputSchema, mapping).map((field) => {
      const known = Object.keys((action.inputSchema.properties as JsonObject | undefined) ?? {});
      return issueAt(place, 'UNKNOWN_ACTION_INPUT', { actionId, field }, suggest(field, known));
    }),
  ];
}

/** An event that nobody knows may still come; one that can never carry a key would be waited for in vain. */
function checkEventWait(
  config: JsonObject,
  at: (pointer: string) => IssuePlace,
  events: readonly EventFacts[],
): ValidationIssue[] {
  const eventName = String(config.eventName);
  const event = events.find((known) => known.eventType === eventName);
  const place = at('/config/eventName');
  if (event === undefined) {
    const known = events.map((one) => one.eventType);
    return [issueAt(place, 'EVENT_WAIT_UNKNOWN_EVENT', { eventName }, suggest(eventName, known))];
  }
  return event.correlation.length === 0 ? [issueAt(place, 'EVENT_WAIT_UNCORRELATABLE', { eventName })] : [];
}
