import { expect, test } from 'vitest';
import { sample } from '../model/testing/designs.ts';
import type { DesignIssue } from '../store/issues.ts';
import { layCanvas } from './canvas-layout.ts';
import { problemsOfCards } from './problems-of-cards.ts';

const issue = (key: string, severity: DesignIssue['severity'] = 'error'): DesignIssue => ({
  severity,
  code: 'ANY',
  params: {},
  suggestion: null,
  pointer: '',
  at: { kind: 'step', key },
});

function shown(issues: DesignIssue[], folded: string[] = []) {
  const document = sample();
  const { cards } = layCanvas(document, new Set(folded));
  const found = problemsOfCards(document, issues, (key) => cards.has(key));
  return [...found].map(([key, { errors, warnings }]) => ({ key, errors, warnings }));
}

test('a card counts its own errors and warnings', () => {
  expect(shown([issue('c'), issue('c'), issue('c', 'warning')])).toEqual([{ key: 'c', errors: 2, warnings: 1 }]);
});

test('the nearest block in sight counts the problems of what is folded', () => {
  expect(shown([issue('c')], ['each/body'])).toEqual([{ key: 'each', errors: 1, warnings: 0 }]);
  expect(shown([issue('c'), issue('b')], ['check/then'])).toEqual([{ key: 'check', errors: 2, warnings: 0 }]);
});

test('a block tells no error of a step inside as its own', () => {
  const document = sample();
  const { cards } = layCanvas(document, new Set(['each/body']));
  expect(problemsOfCards(document, [issue('c')], (key) => cards.has(key)).get('each')?.first).toBeNull();
});
