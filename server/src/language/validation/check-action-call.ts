import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import type { NodeStep } from '../definition/step.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import { missingMembers, unknownMembers } from './check-required-members.ts';
import type { ValidationContext } from './context.ts';
import { type IssuePlace, issueAt, type ValidationIssue } from './issue.ts';
import { suggest } from './suggest.ts';

/** The called action is there and its input is mapped. */
export function checkActionCall({ step, path }: WalkedStep, context: ValidationContext): ValidationIssue[] {
  const at = (pointer: string): IssuePlace => ({ stepPath: path, stepId: step.id, pointer });
  const config = (step as NodeStep).config ?? {};
  const { actionId, version } = config as { actionId: string; version: number };
  const action = context.actions.find((known) => known.id === actionId && known.version === version);
  if (action === undefined) {
    const meant = suggestAction(actionId, context);
    return [issueAt(at('/config/actionId'), 'UNKNOWN_ACTION', { actionId, version }, meant)];
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

function suggestAction(actionId: string, { actions }: ValidationContext): string | null {
  const sameId = actions.filter((known) => known.id === actionId);
  if (sameId.length > 0) return `${actionId}@${sameId.at(-1)?.version}`;
  return suggest(actionId, new Set(actions.map((known) => known.id)));
}
