import type { Step, WorkflowDefinition } from '@penstock/server/language';
import { describe, expect, test } from 'vitest';
import { fromDefinition, toDefinition } from '../model/definition.ts';
import { compareDocuments } from './compare.ts';
import { mergeDocuments, ownChoices, planMerge, type Side, WORKFLOW_ROW } from './merge.ts';

const state = (id: string, value = 'x'): Step => ({ id, type: 'state.set', config: { state: value } });
const block = (id: string, then: Step[]): Step => ({ id, type: 'control.if', condition: { $expr: 'true' }, then });
const documentOf = (steps: Step[], head: Partial<WorkflowDefinition> = {}) =>
  fromDefinition({ id: 'w', version: 1, name: 'Mirror', payloadSchemaRef: 'payload.Empty.v1', ...head, steps });

function merged(base: Step[], mine: Step[], theirs: Step[], choices?: Record<string, Side>) {
  const [from, own, other] = [documentOf(base), documentOf(mine), documentOf(theirs)];
  const plan = planMerge(from, own, other);
  const chosen = new Map([...ownChoices(plan), ...Object.entries(choices ?? {})]);
  return { plan, steps: toDefinition(mergeDocuments(plan, own, other, chosen)).steps };
}

describe('two drafts made from one', () => {
  test('merge by themselves where each has touched other steps', () => {
    const { plan, steps } = merged(
      [state('a'), state('b')],
      [state('a', 'mine'), state('b')],
      [state('a'), state('b', 'theirs'), state('c')],
    );

    expect(plan.rows.map((row) => [row.key, row.touchedBy])).toEqual([
      ['a', 'mine'],
      ['b', 'theirs'],
      ['c', 'theirs'],
    ]);
    expect(steps).toEqual([state('a', 'mine'), state('b', 'theirs'), state('c')]);
  });

  test('ask for a choice where both have touched the same step', () => {
    const both = [[state('a')], [state('a', 'mine')], [state('a', 'theirs')]] as const;

    expect(merged([...both[0]], [...both[1]], [...both[2]]).plan.rows).toMatchObject([{ key: 'a', touchedBy: null }]);
    expect(merged([...both[0]], [...both[1]], [...both[2]]).steps).toEqual([state('a', 'mine')]);
    expect(merged([...both[0]], [...both[1]], [...both[2]], { a: 'theirs' }).steps).toEqual([state('a', 'theirs')]);
  });

  test('keep a step at its place inside its block when the other side has added it', () => {
    const { steps } = merged(
      [block('if', [state('a'), state('b')])],
      [block('if', [state('a', 'mine'), state('b')])],
      [block('if', [state('a'), state('new'), state('b')])],
    );

    expect(steps).toEqual([block('if', [state('a', 'mine'), state('new'), state('b')])]);
  });

  test('take a block from the other side with everything inside', () => {
    const { steps } = merged(
      [state('a')],
      [state('a', 'mine')],
      [state('a'), block('if', [block('in', [state('b')])])],
    );

    expect(steps).toEqual([state('a', 'mine'), block('if', [block('in', [state('b')])])]);
  });

  test('drop a step that the other side has removed, with what is inside it', () => {
    const base = [block('if', [state('a')]), state('b')];
    const { plan, steps } = merged(base, [...base.slice(0, 1), state('b', 'mine')], [state('b')]);

    expect(plan.rows.find((row) => row.key === 'if')).toMatchObject({ theirs: null, touchedBy: 'theirs' });
    expect(steps).toEqual([state('b', 'mine')]);
  });

  test('keep a step that the other side has taken out of its block', () => {
    const base = [block('if', [state('a')]), state('b'), state('c')];
    const { steps } = merged(
      base,
      [block('if', [state('a')]), state('c'), state('b')],
      [state('a'), state('b'), state('c')],
    );

    expect(steps).toEqual([state('a'), state('c'), state('b')]);
  });

  test('may have made steps of different kinds under one id', () => {
    const mine = [block('new', [state('a')])];

    expect(merged([], mine, [state('new')], { new: 'theirs' }).steps).toEqual([state('new')]);
    expect(merged([], [state('new')], mine, { new: 'theirs' }).steps).toEqual(mine);
  });

  test('keep the order of the side that has moved steps', () => {
    const { steps } = merged([state('a'), state('b')], [state('a', 'mine'), state('b')], [state('b'), state('a')]);

    expect(steps).toEqual([state('b'), state('a', 'mine')]);
  });

  test('choose between names of the workflow like between steps', () => {
    const [base, mine, theirs] = [documentOf([]), documentOf([], { name: 'One' }), documentOf([], { name: 'Two' })];
    const plan = planMerge(base, mine, theirs);

    expect(plan.rows).toMatchObject([{ key: WORKFLOW_ROW, touchedBy: null }]);
    expect(mergeDocuments(plan, mine, theirs, new Map([[WORKFLOW_ROW, 'theirs']])).head.name).toBe('Two');
  });
});

describe('a comparison', () => {
  test('names what was added, changed, moved and removed, and the fields of the workflow', () => {
    const before = documentOf([state('a'), state('b'), state('c'), state('gone')]);
    const after = documentOf([state('new'), state('c'), state('a'), state('b', 'other')], { description: 'Mirrors' });

    expect(compareDocuments(before, after)).toMatchObject({
      head: ['description'],
      steps: [
        { kind: 'added', key: 'new' },
        { kind: 'moved', key: 'c' },
        { kind: 'moved', key: 'a' },
        { kind: 'changed', key: 'b' },
        { kind: 'removed', key: 'gone' },
      ],
    });
  });

  test('finds nothing between a draft and itself', () => {
    const document = documentOf([block('if', [state('a')]), state('b')]);

    expect(compareDocuments(document, document)).toEqual({ head: [], steps: [] });
  });
});
