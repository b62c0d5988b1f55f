import { expect, test } from 'vitest';
import { copySteps } from './clipboard.ts';
import { toDefinition } from './definition.ts';
import { parseSteps } from './parse-steps.ts';
import { documentOf, sample, state } from './testing/designs.ts';

test('copied steps come back with everything inside, under free ids', () => {
  const [block, last] = parseSteps(copySteps(sample(), ['e', 'check', 'c']), sample()) ?? [];
  expect(block).toMatchObject({ id: 'check-2', then: [{ id: 'b-2' }, { id: 'each-2', body: [{ id: 'c-2' }] }] });
  expect(last).toMatchObject({ id: 'e-2' });
});

test('steps keep their ids in a workflow where those are free', () => {
  expect(parseSteps(copySteps(sample(), ['a']), documentOf(state('z')))).toEqual([state('a')]);
});

test('a whole definition gives its steps', () => {
  expect(parseSteps(JSON.stringify(toDefinition(sample())), documentOf())).toHaveLength(3);
});

test.each(['', 'a sentence from an e-mail', '[1, 2]', '{"steps": []}', '{"steps": [{"type": 1}]}', '{"other": true}'])(
  'a foreign text is not taken for steps: %s',
  (text) => expect(parseSteps(text, sample())).toBeNull(),
);
