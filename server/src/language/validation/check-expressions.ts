import type { Json, JsonObject } from '../../kernel/json.ts';
import { slotsOfType } from '../definition/slots.ts';
import type { Step } from '../definition/step.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import { findExpressionProblem } from './expression-check.ts';
import { type IssuePlace, issueAt, type ValidationIssue } from './issue.ts';
import { type MappingLeaf, mappingLeaves } from './mapping-leaves.ts';

const SECRET_NAME = /^[A-Z][A-Z0-9_]{0,254}$/;
/** The only place of a step where a secret may stand: it is resolved at the edge of the action and nowhere else. */
const SECRETS_ALLOWED = /^\/config\/inputMapping(\/|$)/;

/** Every expression, secret and special key of one step, not of the steps inside it. */
export function checkExpressions({ step, path }: WalkedStep): ValidationIssue[] {
  return [...mappingLeaves(withoutPipes(step), '')].flatMap((leaf) =>
    checkLeaf(leaf, { stepPath: path, stepId: step.id, pointer: leaf.pointer }),
  );
}

function checkLeaf(leaf: MappingLeaf, place: IssuePlace): ValidationIssue[] {
  switch (leaf.kind) {
    case 'unknownKey':
      return [issueAt(place, 'UNKNOWN_SPECIAL_KEY', { key: leaf.key })];
    case 'secret':
      return [checkSecret(leaf.name, place)];
    case 'expression': {
      const problem = findExpressionProblem(leaf.source, place);
      return problem === null ? [] : [problem];
    }
  }
}

/** Secrets are not built yet, so a well-formed name in the right place is not found either. */
function checkSecret(name: string, place: IssuePlace): ValidationIssue {
  if (!SECRET_NAME.test(name)) return issueAt(place, 'INVALID_SECRET_NAME', { name });
  if (!SECRETS_ALLOWED.test(place.pointer)) return issueAt(place, 'SECRET_NOT_ALLOWED', { name });
  return issueAt(place, 'SECRET_NOT_FOUND', { name });
}

function withoutPipes(step: Step): JsonObject {
  const slots = new Set(slotsOfType(step.type).map((slot) => slot.name));
  return Object.fromEntries(Object.entries(step).filter(([name]) => !slots.has(name))) as Record<string, Json>;
}
