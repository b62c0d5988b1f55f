import { expect, test } from 'vitest';
import { fromDefinition } from '../model/definition.ts';
import { mirrorDefinition } from '../testing/fixture.ts';
import { findSteps } from './find-steps.ts';

const document = fromDefinition(mirrorDefinition);
const find = (text: string) =>
  findSteps(document, text, (body) => (body.type === 'control.tryCatch' ? 'Try and catch' : ''));

test('steps are found by name, whatever the case', () => {
  expect(find('LINK ORIGINAL')).toEqual(['link-copy']);
});

test('steps are found by the words that their card shows', () => {
  expect(find('and catch')).toEqual(['create-or-note']);
});

test('steps are found by id, by setting and by expression, in reading order', () => {
  expect(find('not-mirrored')).toEqual(['not-mirrored']);
  expect(find('sync-cursor')).toEqual(['remember']);
  expect(find('vars.config')).toEqual(['read-settings', 'is-mirrored', 'each-target']);
});

test('nothing typed finds nothing, and names of fields are not searched', () => {
  expect(find('  ')).toEqual([]);
  expect(find('inputMapping')).toEqual([]);
});
