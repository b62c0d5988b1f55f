import type { Assignments } from '../definition/values.schema.ts';
import { parseAssignPath } from '../mapping/assign-path.ts';
import type { Write } from '../mapping/write.ts';
import type { EvaluateAt, StepContext } from './node-type.ts';

/**
 * Evaluates assignments in the order of their members; each sees the ones before it. Every path is checked before the first is evaluated.
 * Errors: ASSIGN_PATH_INVALID, EXPRESSION_YIELDED_NOTHING.
 */
export async function evaluateAssignments(
  step: StepContext,
  assignments: Assignments | undefined,
  before: readonly Write[] = [],
  roots?: EvaluateAt['roots'],
): Promise<Write[]> {
  const targets = Object.entries(assignments ?? {}).map(([text, expression]) => ({
    text,
    path: parseAssignPath(text),
    expression,
  }));
  const writes = [...before];
  for (const { text, path, expression } of targets) {
    const at: EvaluateAt = { field: text, writes, ...(roots === undefined ? {} : { roots }) };
    writes.push({ path, value: await step.evaluateRequired(expression, at) });
  }
  return writes;
}
