import { expect, test } from 'vitest';
import { compatibility } from './compatibility.ts';
import type { Schema } from './schema-reading.ts';

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const whole: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const date: Schema = { type: 'string', format: 'date-time' };
const object: Schema = { type: 'object', properties: { a: text } };
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

test.each<[string, Schema | null, Schema | null, string]>([
  ['a text for a text', text, text, 'exact'],
  ['a whole number for a number', whole, number, 'exact'],
  ['anything for any', object, {}, 'exact'],
  ['a date for a text', date, text, 'exact'],
  ['a choice of texts for a text', { enum: ['open', 'done'] }, text, 'exact'],
  ['a text or nothing for a text', orNull(text), text, 'exact'],
  ['a number for a text or a number', number, { anyOf: [text, number] }, 'exact'],
  ['a number for a text', number, text, 'coercible'],
  ['a text for a number', text, number, 'coercible'],
  ['a boolean for a text', flag, text, 'coercible'],
  ['a text for a boolean', text, flag, 'coercible'],
  ['a number for a boolean', number, flag, 'coercible'],
  ['a text for a date', text, date, 'coercible'],
  ['nothing for a number', { type: 'null' }, number, 'coercible'],
  ['a boolean for a number', flag, number, 'incompatible'],
  ['a number for a date', number, date, 'incompatible'],
  ['an object for a text', object, text, 'incompatible'],
  ['a text for a list', text, listOf(text), 'incompatible'],
  ['a list of numbers for a list of texts', listOf(number), listOf(text), 'coercible'],
  ['a list of objects for a list of texts', listOf(object), listOf(text), 'incompatible'],
  ['a text or an object for a text', { anyOf: [text, object] }, text, 'incompatible'],
  ['a value that nobody knows for a text', null, text, 'unknown'],
  ['a value of any kind for a text', {}, text, 'unknown'],
  ['a text where nobody knows what is wanted', text, null, 'unknown'],
])('%s', (_name, given, wanted, expected) => {
  expect(compatibility(given, wanted)).toBe(expected);
});
