import type { z } from 'zod';
import { appError, type InputIssue } from '../../kernel/errors.ts';
import { jsonSizeBytes } from '../../kernel/json.ts';
import { type WorkflowDefinition, workflowDefinitionSchema } from './definition.schema.ts';
import { DEFINITION_MAX_BYTES, DEFINITION_MAX_DEPTH, DEFINITION_MAX_STEPS } from './definition-limits.ts';
import { inputIssues } from './input-issues.ts';
import { findUnserializable } from './serializable.ts';
import { walkSteps } from './walk-steps.ts';

export type DefinitionIssueCode = 'NON_SERIALIZABLE' | 'INVALID_WORKFLOW_DEFINITION';
export interface DefinitionIssue extends InputIssue {
  kind: DefinitionIssueCode;
}

export type ParsedDefinition =
  | { ok: true; definition: WorkflowDefinition }
  | { ok: false; issues: [DefinitionIssue, ...DefinitionIssue[]] };

/** Checks form and limits of a definition, nothing that needs a catalogue. Paths of issues are JSON pointers into `value`. */
export function checkDefinition(value: unknown): ParsedDefinition {
  const unserializable = findUnserializable(value);
  if (unserializable !== null) return refused({ kind: 'NON_SERIALIZABLE', ...unserializable });
  const sizeBytes = jsonSizeBytes(value);
  if (sizeBytes > DEFINITION_MAX_BYTES) return tooLarge('definition_too_large', sizeBytes, DEFINITION_MAX_BYTES);
  const result = workflowDefinitionSchema.safeParse(value);
  if (!result.success) return notOfForm(result.error, value);
  let steps = 0;
  let depth = 0;
  for (const walked of walkSteps(result.data)) {
    steps += 1;
    depth = Math.max(depth, walked.depth);
  }
  if (steps > DEFINITION_MAX_STEPS) return tooLarge('too_many_steps', steps, DEFINITION_MAX_STEPS);
  if (depth > DEFINITION_MAX_DEPTH) return tooLarge('too_deep', depth, DEFINITION_MAX_DEPTH);
  return { ok: true, definition: result.data };
}

/** Errors: INVALID_WORKFLOW_DEFINITION with every issue. */
export function parseDefinition(value: unknown): WorkflowDefinition {
  const checked = checkDefinition(value);
  if (checked.ok) return checked.definition;
  const issues = checked.issues.map(({ path, code, message }) => ({ path, code, message }));
  throw appError('INVALID_WORKFLOW_DEFINITION', { issues });
}

function notOfForm(error: z.ZodError, value: unknown): ParsedDefinition {
  const [first, ...rest] = inputIssues(error, value).map((issue) => ({
    kind: 'INVALID_WORKFLOW_DEFINITION' as const,
    ...issue,
  }));
  return {
    ok: false,
    issues: [first ?? { kind: 'INVALID_WORKFLOW_DEFINITION', path: '', code: 'custom', message: '' }, ...rest],
  };
}

function tooLarge(code: string, found: number, limit: number): ParsedDefinition {
  return refused({ kind: 'INVALID_WORKFLOW_DEFINITION', path: '', code, message: `${found} is more than ${limit}` });
}

function refused(issue: DefinitionIssue): ParsedDefinition {
  return { ok: false, issues: [issue] };
}
