import type { Step } from '@penstock/server/language';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertSteps } from '../model/commands/insert-steps.ts';
import { moveSteps } from '../model/commands/move-steps.ts';
import { removeSteps } from '../model/commands/remove-steps.ts';
import { setStepField } from '../model/commands/set-step-field.ts';
import { unwrapStep } from '../model/commands/unwrap-step.ts';
import { ancestorsOf, type DesignDocument, pipeKey, ROOT, slotsOf, stepsIn } from '../model/document.ts';
import { newStep } from '../model/new-step.ts';
import { expectValid, sample } from '../model/testing/designs.ts';
import { mergeDocuments, ownChoices, planMerge, type Side } from './merge.ts';

const types = ['control.if', 'control.tryCatch', 'state.set'];
const deed = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'move', 'unwrap', 'set'),
  picks: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <T>(from: readonly T[], number = 0): T | undefined => from[number % Math.max(1, from.length)];

function edited(start: DesignDocument, deeds: readonly Deed[]): DesignDocument {
  return deeds.reduce((document, { kind, picks }) => {
    const key = pick(Object.keys(document.steps), picks[0]) ?? '';
    const pipes = [
      ROOT,
      ...Object.keys(document.steps).flatMap((step) => slotsOf(document, step).map(({ name }) => pipeKey(step, name))),
    ];
    const pipe = pick(pipes, picks[1]) ?? ROOT;
    const place = { pipe, index: (picks[2] ?? 0) % (stepsIn(document, pipe).length + 1) };
    if (kind === 'insert') {
      const step = newStep({ type: pick(types, picks[0]) ?? 'state.set' }, document) as Step;
      return insertSteps(place, [step])(document).document;
    }
    if (kind === 'remove') return removeSteps([key])(document).document;
    if (kind === 'move') return moveSteps([key], place)(document).document;
    if (kind === 'unwrap') return unwrapStep(key)(document).document;
    const isNode = document.steps[key]?.type === 'state.set';
    return isNode ? setStepField(key, '/config/state', `now ${picks[2]}`)(document).document : document;
  }, start);
}

const edits = fc.array(deed, { maxLength: 6 });

test('whatever two authors do and choose, one tree comes of it, and a step only goes with its block', () => {
  fc.assert(
    fc.property(edits, edits, fc.array(fc.constantFrom<Side>('mine', 'theirs')), (own, others, sides) => {
      const base = sample();
      const [mine, theirs] = [edited(base, own), edited(base, others)];
      const plan = planMerge(base, mine, theirs);
      const choices = new Map(ownChoices(plan));
      for (const [index, side] of sides.entries()) {
        const row = plan.rows[index];
        if (row !== undefined) choices.set(row.key, side);
      }
      const merged = mergeDocuments(plan, mine, theirs, choices);
      expectValid(merged);

      const isChosen = (key: string) => {
        const row = plan.rows.find((each) => each.key === key);
        return row === undefined || row[choices.get(key) ?? 'mine'] !== null;
      };
      const order = plan.order === 'mine' ? mine : theirs;
      for (const key of Object.keys(order.steps)) {
        if (
          isChosen(key) &&
          !ancestorsOf(order, key).some((block) => !isChosen(block) || isOfTwoKinds(mine, theirs, block))
        )
          expect(merged.steps).toHaveProperty([key]);
      }
    }),
    { numRuns: 500 },
  );
});

function isOfTwoKinds(mine: DesignDocument, theirs: DesignDocument, key: string): boolean {
  const [own, other] = [mine.steps[key], theirs.steps[key]];
  return own !== undefined && other !== undefined && own.type !== other.type;
}
