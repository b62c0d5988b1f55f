import { evaluateExpression } from '../language/expressions/evaluate.ts';
import { advance } from '../language/interpreter/advance.ts';
import type { Occurrence } from '../language/interpreter/types.ts';
import { type BoundaryDraft, type Timeless, takeCommands } from './boundary-draft.ts';
import type { HeldRun } from './held-run.ts';
import type { RuntimeLimits } from './runtime-limits.ts';

/** Tells the interpreter what happened and takes over what it asks for. Touches nothing but the draft. */
export async function feed(
  held: HeldRun,
  draft: BoundaryDraft,
  limits: RuntimeLimits,
  happened: Timeless,
): Promise<void> {
  const before = draft.document.interpreter;
  const occurrence = { ...happened, now: draft.now.toISOString() } as Occurrence;
  const { state, commands, more } = await advance(held.plan, before, occurrence, evaluateExpression, {
    maxSteps: Math.max(1, limits.maxStepsPerBoundary - draft.stepsDone),
    shouldYield: () => performance.now() - draft.startedAtMs > limits.maxBoundaryMs,
  });
  draft.document.interpreter = state;
  draft.document.hasMore = more;
  takeCommands(draft, commands, before);
}

/** Has the boundary done all that one boundary may do? */
export function isSpent(draft: BoundaryDraft, limits: RuntimeLimits): boolean {
  return (
    draft.document.hasMore ||
    draft.effectsDone >= limits.maxEffectsPerBoundary ||
    draft.stepsDone >= limits.maxStepsPerBoundary ||
    performance.now() - draft.startedAtMs > limits.maxBoundaryMs
  );
}
