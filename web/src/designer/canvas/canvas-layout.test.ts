import { expect, test } from 'vitest';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import { documentOf, sample, state } from '../model/testing/designs.ts';
import { layCanvas } from './canvas-layout.ts';

const ids = (folded: string[] = []) => layCanvas(sample(), new Set(folded)).stops.map((stop) => stop.id);

test('arrow keys stop at the trigger and at every step, from top to bottom', () => {
  expect(ids()).toEqual(['trigger', 'step:a', 'step:check', 'step:b', 'step:each', 'step:c', 'step:d', 'step:e']);
});

test('a folded branch is one stop in the place of its steps', () => {
  expect(ids(['check/then'])).toEqual(['trigger', 'step:a', 'step:check', 'branch:check/then', 'step:d', 'step:e']);
});

test('a block whose branches are all folded shows none of them', () => {
  expect(ids(['check/then', 'check/else'])).toEqual(['trigger', 'step:a', 'step:check', 'step:e']);
});

test('a branch without steps is a stop, also where the definition leaves it out', () => {
  const document = documentOf({ id: 'if', type: 'control.if', condition: { $expr: '' }, then: [] });
  expect(layCanvas(document, new Set()).stops.map((stop) => stop.id)).toEqual([
    'trigger',
    'step:if',
    'branch:if/then',
    'branch:if/else',
  ]);
});

test('gaps name the place of the document that they stand for', () => {
  expect(layCanvas(sample(), new Set()).gaps.map((gap) => gap.id)).toEqual([
    'root:0',
    'root:1',
    'check/then:0',
    'check/then:1',
    'each/body:0',
    'each/body:1',
    'check/then:2',
    'check/else:0',
    'check/else:1',
    'root:2',
    'root:3',
  ]);
});

test('an open gap makes room below it', () => {
  const document = documentOf(state('a'), state('b'));
  const [shut, open] = [layCanvas(document, new Set()), layCanvas(document, new Set(), { pipe: 'root', index: 1 })];
  expect(open.cards.get('a')?.top).toBe(shut.cards.get('a')?.top);
  expect(open.cards.get('b')?.top).toBe((shut.cards.get('b')?.top ?? 0) + measure.openGap);
});
