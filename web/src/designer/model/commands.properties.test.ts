import type { Json, Step } from '@penstock/server/language';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import { copySteps } from './clipboard.ts';
import { duplicateSteps } from './commands/duplicate-steps.ts';
import { insertSteps } from './commands/insert-steps.ts';
import { moveSteps } from './commands/move-steps.ts';
import { removeSteps } from './commands/remove-steps.ts';
import { renameStep } from './commands/rename-step.ts';
import { replaceStepBody } from './commands/replace-step-body.ts';
import { setStepField } from './commands/set-step-field.ts';
import { setWorkflow } from './commands/set-workflow.ts';
import { unwrapStep } from './commands/unwrap-step.ts';
import { wrapSteps } from './commands/wrap-steps.ts';
import { type DesignDocument, pipeKey, ROOT, type StepKey, slotsOf, stepsIn } from './document.ts';
import { emptyHistory, perform, redo, undo } from './history.ts';
import { newStep } from './new-step.ts';
import { parseSteps } from './parse-steps.ts';
import { NOTHING } from './selection.ts';
import { expectValid, sample } from './testing/designs.ts';

/** Numbers choose among what the document has at that moment, so that every sequence can be made smaller. */
interface Deed {
  readonly kind: string;
  readonly picks: readonly number[];
  readonly text: string;
}

const types = ['control.if', 'control.forEach', 'control.tryCatch', 'control.return', 'state.set', 'transform.assign'];
const wrappers: readonly (readonly [string, string])[] = [
  ['control.if', 'then'],
  ['control.forEach', 'body'],
  ['control.tryCatch', 'try'],
];

const changes: Record<string, (document: DesignDocument, deed: Deed) => Change> = {
  insert: (document, { picks }) =>
    insertSteps(place(document, picks), [newStep({ type: oneOf(types, picks[2]) }, document)]),
  paste: (document, { picks }) =>
    insertSteps(
      place(document, picks),
      parseSteps(copySteps(document, keys(document, picks.slice(2))), document) ?? [],
    ),
  remove: (document, { picks }) => removeSteps(keys(document, picks.slice(0, 2))),
  move: (document, { picks }) => moveSteps(keys(document, picks.slice(2)), place(document, picks)),
  duplicate: (document, { picks }) => duplicateSteps(document, keys(document, picks.slice(0, 1))).change,
  wrap: (document, { picks }) => {
    const [type, slot] = oneOf(wrappers, picks[2]);
    return wrapSteps(document, keys(document, picks.slice(0, 2)), newStep({ type }, document) as Step, slot);
  },
  unwrap: (document, { picks }) => unwrapStep(key(document, picks[0])),
  setField: (document, { picks, text }) => {
    const target = key(document, picks[0]);
    const isNode = document.steps[target]?.type.startsWith('control.') === false;
    const value: Json | undefined = (picks[1] ?? 0) % 3 === 0 ? undefined : { [text]: text };
    return setStepField(isNode ? target : '', `/config/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`, value);
  },
  replace: (document, { picks, text }) => {
    const target = key(document, picks[0]);
    return replaceStepBody(target, {
      id: document.steps[target]?.id ?? '',
      type: 'state.set',
      config: { state: text },
    });
  },
  rename: (document, { picks, text }) => renameStep(key(document, picks[0]), text),
  setWorkflow: (_, { picks, text }) => setWorkflow({ description: (picks[0] ?? 0) % 2 === 0 ? undefined : text }),
};

const deed = fc.record({
  kind: fc.constantFrom(...Object.keys(changes), 'undo', 'redo'),
  picks: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
  text: fc.string({ maxLength: 6 }),
});

test('whatever an author does, the tree can be saved, and taking everything back gives the start', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const start = sample();
      let now = { document: start, selection: NOTHING, history: emptyHistory };
      for (const next of deeds) {
        const before = now.document;
        if (next.kind === 'undo') now = undo(now) ?? now;
        else if (next.kind === 'redo') now = redo(now) ?? now;
        else {
          const change = changes[next.kind]?.(now.document, next);
          if (change !== undefined) now = perform(now, change, { selection: NOTHING, tag: null, at: 0 });
          expectOthersUntouched(before, now.document);
        }
        expectValid(now.document);
      }
      const end = now.document;
      const count = now.history.past.length;
      for (let step = 0; step < count; step += 1) now = undo(now) ?? now;
      expect(now.document).toEqual(start);
      for (let step = 0; step < count; step += 1) now = redo(now) ?? now;
      expect(now.document).toEqual(end);
    }),
    { numRuns: 300 },
  );
}, 60_000);

/** No command changes more than one step that was there before. */
function expectOthersUntouched(before: DesignDocument, after: DesignDocument): void {
  const changed = Object.keys(before.steps).filter(
    (step) => after.steps[step] !== undefined && after.steps[step] !== before.steps[step],
  );
  expect(changed.length).toBeLessThan(2);
}

function oneOf<T>(list: readonly T[], pick = 0): T {
  return list[pick % list.length] as T;
}

function key(document: DesignDocument, pick = 0): StepKey {
  const all = Object.keys(document.steps);
  return all.length === 0 ? 'none' : oneOf(all, pick);
}

function keys(document: DesignDocument, picks: readonly number[]): StepKey[] {
  return picks.map((pick) => key(document, pick));
}

function place(document: DesignDocument, picks: readonly number[]) {
  const all = Object.keys(document.steps).flatMap((step) =>
    slotsOf(document, step).map(({ name }) => pipeKey(step, name)),
  );
  const pipe = oneOf([ROOT, ...all], picks[0]);
  return { pipe, index: (picks[1] ?? 0) % (stepsIn(document, pipe).length + 1) };
}
