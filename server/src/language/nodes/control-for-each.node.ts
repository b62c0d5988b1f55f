import type { Json, JsonObject } from '../../kernel/json.ts';
import type { ForEachStep } from '../definition/step.schema.ts';
import type { BranchFrame } from '../interpreter/run-state.ts';
import { parseAssignPath } from '../mapping/assign-path.ts';
import type { Write } from '../mapping/write.ts';
import { defineNode } from './define-node.ts';
import { type BranchSpec, type Outcome, type StepContext, StepFailure } from './node-type.ts';

export const FOR_EACH_MAX_ITEMS = 10_000;

/**
 * Does its body once per item. One after the other, the items share `vars`; side by side (`concurrency` > 1) each writes into an overlay of
 * its own, and the overlays are merged in item order at the end. `onItemError: continue` ends the failed item only; the errors are
 * in `vars.<step id>.errors`. Errors: ValidationError when `items` is no list.
 */
export default defineNode({
  id: 'control.forEach',
  family: 'flow',
  isSupported: true,
  configSchema: null,
  async enter(step) {
    const fields = fieldsOf(step);
    const items = await step.evaluateRequired(fields.items, { field: 'items', expects: 'array' });
    assertList(items, fields.items.$expr);
    parseAssignPath(`vars.${fields.itemVar}`);
    const result = { items: items.length };
    if (items.length === 0 || fields.body.length === 0) return { type: 'done', result };
    step.setList(items);
    const { vars } = step.envelope;
    const shadowed = Object.hasOwn(vars, fields.itemVar)
      ? { had: true, value: vars[fields.itemVar] ?? null }
      : { had: false };
    const atOnce = Math.min(fields.concurrency ?? 1, items.length);
    const memory: JsonObject = { next: atOnce, shadowed, errors: [], overlays: {} };
    const open = Array.from({ length: atOnce }, (_, index) => iteration(step, items, index));
    return { type: 'branches', open, data: memory, writes: itemWrites(step, items, 0), result };
  },
  branchEnded(step, branch) {
    return next(step, keepOverlay(step, branch));
  },
  branchFailed(step, branch, error) {
    if (fieldsOf(step).onItemError !== 'continue') return null;
    const memory = keepOverlay(step, branch);
    const errors = [...(memory.errors as Json[]), { ...error, index: branch.index ?? 0 }];
    return next(step, { ...memory, errors });
  },
  leave(step, lost) {
    const { shadowed } = step.data as { shadowed?: { had: boolean; value?: Json } };
    if (shadowed === undefined) return [];
    const { itemVar } = fieldsOf(step);
    if (isSideBySide(step)) {
      // What was written until then stays, as it does when items go one after the other.
      return lost === null ? [] : mergedOverlays(keepOverlay(step, lost), step.list().length);
    }
    const path = ['vars', itemVar];
    return [shadowed.had ? { path, value: shadowed.value ?? null } : { path }];
  },
});

function next(step: StepContext, memory: JsonObject): Outcome {
  const items = step.list();
  const index = memory.next as number;
  if (index < items.length) {
    const data = { ...memory, next: index + 1 };
    return { type: 'branches', open: [iteration(step, items, index)], data, writes: itemWrites(step, items, index) };
  }
  if (step.openBranches > 0) return { type: 'branches', open: [], data: memory };
  const errors = memory.errors as Json[];
  const writes: Write[] = mergedOverlays(memory, items.length);
  if (errors.length > 0) writes.push({ path: ['vars', step.address.stepId, 'errors'], value: sortedByIndex(errors) });
  return { type: 'done', writes, result: { items: items.length, failed: errors.length } };
}

function iteration(step: StepContext, items: readonly Json[], index: number): BranchSpec {
  const fields = fieldsOf(step);
  const locals = { index, length: items.length, isFirst: index === 0, isLast: index === items.length - 1 };
  const branch: BranchSpec = { slot: 'body', index, locals: { ...locals, itemVar: fields.itemVar } };
  return isSideBySide(step) ? { ...branch, overlay: [itemWrite(fields, items, index)] } : branch;
}

function itemWrites(step: StepContext, items: readonly Json[], index: number): Write[] {
  return isSideBySide(step) ? [] : [itemWrite(fieldsOf(step), items, index)];
}

function itemWrite(fields: ForEachStep, items: readonly Json[], index: number): Write {
  return { path: ['vars', fields.itemVar], value: items[index] ?? null };
}

/** What an item wrote, but for the item itself, until all are merged. */
function keepOverlay(step: StepContext, { index, writes }: BranchFrame): JsonObject {
  const { itemVar } = fieldsOf(step);
  const kept = (writes ?? []).filter(({ path }) => path[0] !== 'vars' || path[1] !== itemVar);
  if (index === null || kept.length === 0) return step.data;
  const overlays = step.data.overlays as JsonObject;
  return { ...step.data, overlays: { ...overlays, [String(index)]: kept as unknown as Json } };
}

/** In item order, whatever the order in which they ended. */
function mergedOverlays(memory: JsonObject, length: number): Write[] {
  const overlays = memory.overlays as unknown as Record<string, Write[] | undefined>;
  return Array.from({ length }, (_, index) => overlays[String(index)] ?? []).flat();
}

function sortedByIndex(errors: readonly Json[]): Json[] {
  return [...errors].sort((left, right) => indexOf(left) - indexOf(right));
}

function indexOf(error: Json): number {
  return (error as { index: number }).index;
}

function assertList(items: Json, expression: string): asserts items is Json[] {
  if (!Array.isArray(items)) {
    const reason = `items gave ${items === null ? 'null' : typeof items}, not a list`;
    const details = { expression, field: 'items', position: 0, reason };
    throw new StepFailure('ValidationError', 'EXPRESSION_FAILED', details, `${expression}: ${reason}`);
  }
  if (items.length <= FOR_EACH_MAX_ITEMS) return;
  const details = { expression, field: 'items', budget: 'items', limit: FOR_EACH_MAX_ITEMS };
  const message = `${expression}: ${items.length} items are more than ${FOR_EACH_MAX_ITEMS}`;
  throw new StepFailure('ValidationError', 'EXPRESSION_BUDGET_EXCEEDED', details, message);
}

function isSideBySide(step: StepContext): boolean {
  return (fieldsOf(step).concurrency ?? 1) > 1;
}

function fieldsOf(step: StepContext): ForEachStep {
  return step.planned.step as ForEachStep;
}
