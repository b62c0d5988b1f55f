import { checkDefinition, type Step, type WorkflowDefinition } from '@penstock/server/language';
import { expect } from 'vitest';
import type { Change } from '../change.ts';
import { fromDefinition, toDefinition } from '../definition.ts';
import { type DesignDocument, ownerOf, ROOT, slotsOf, walkPipe } from '../document.ts';
import { emptyHistory, perform, redo, undo } from '../history.ts';
import { NOTHING } from '../selection.ts';

export function state(id: string): Step {
  return { id, type: 'state.set', config: { state: id } };
}

export function definitionOf(steps: Step[]): WorkflowDefinition {
  return { id: 'w1', version: 1, name: 'Mirror', payloadSchemaRef: 'payload.Task.v1', steps };
}

export function documentOf(...steps: Step[]): DesignDocument {
  return fromDefinition(definitionOf(steps));
}

/** root: a, check (then: b, each (body: c), else: d), e */
export function sample(): DesignDocument {
  return documentOf(
    state('a'),
    {
      id: 'check',
      type: 'control.if',
      condition: { $expr: 'payload.ok' },
      then: [
        state('b'),
        { id: 'each', type: 'control.forEach', items: { $expr: 'vars.list' }, itemVar: 'item', body: [state('c')] },
      ],
      else: [state('d')],
    },
    state('e'),
  );
}

/** Blocks inside each other; the innermost pipe is empty. Answers the id of the innermost too. */
export function nested(levels: number): DesignDocument {
  let step: Step | null = null;
  for (let level = levels; level > 0; level -= 1) {
    step = { id: `if-${level}`, type: 'control.if', condition: { $expr: 'true' }, then: step === null ? [] : [step] };
  }
  return documentOf(...(step === null ? [] : [step]));
}

/** The tree in short: `a check(then: b each(body: c) | else: d) e`. */
export function outline(document: DesignDocument): string {
  const pipe = (steps: readonly Step[]): string => steps.map(stepText).join(' ');
  const stepText = (step: Step): string => {
    const slots = Object.entries(step).filter(([, value]) => Array.isArray(value)) as [string, Step[]][];
    if (slots.length === 0) return step.id;
    return `${step.id}(${slots.map(([name, inner]) => `${name}: ${pipe(inner)}`.trim()).join(' | ')})`;
  };
  return pipe(toDefinition(document).steps);
}

/** Does a change, takes it back and does it again, and checks both ways; answers the document after it. */
export function doneUndoneAndRedone(document: DesignDocument, change: Change): DesignDocument {
  const before = { document, selection: NOTHING, history: emptyHistory };
  const done = perform(before, change, { selection: NOTHING, tag: null, at: 0 });
  expect(done.history.past).toHaveLength(1);
  const undone = undo(done);
  if (undone === null) throw new Error('There is nothing to take back');
  expect(undone.document).toEqual(document);
  expect(redo(undone)?.document).toEqual(done.document);
  expectValid(done.document);
  return done.document;
}

/** The change is refused: nothing is different, and there is nothing to take back. */
export function expectNothing(document: DesignDocument, change: Change): void {
  expect(change(document).document).toBe(document);
}

/** A tree that can be saved: every step in exactly one pipe, every pipe in a step that has its slot, no id twice. */
export function expectValid(document: DesignDocument): void {
  const walked = [...walkPipe(document)];
  expect(new Set(walked).size, 'every step stands in one pipe').toBe(walked.length);
  expect(walked.toSorted(), 'no step stands nowhere').toEqual(Object.keys(document.steps).toSorted());
  for (const pipe of Object.keys(document.pipes)) {
    const owner = ownerOf(pipe);
    if (owner === null) expect(pipe).toBe(ROOT);
    else expect(slotsOf(document, owner.step).map((slot) => slot.name)).toContain(owner.slot);
  }
  const ids = Object.values(document.steps).map(({ id }) => id);
  expect(new Set(ids).size, 'ids are unique').toBe(ids.length);
  const definition = toDefinition(document);
  expect(checkDefinition(definition)).toMatchObject({ ok: true });
  expect(toDefinition(fromDefinition(definition))).toEqual(definition);
}
