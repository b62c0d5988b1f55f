import { expect, test } from 'vitest';
import { z } from 'zod';
import { coerceText, inputJsonSchema, memberSchemas } from './coerce-query.ts';

const input = z.strictObject({
  limit: z.number().int().default(100),
  ratio: z.number().optional(),
  dryRun: z.boolean().default(false),
  force: z.union([z.boolean(), z.literal('recreate')]).default(false),
  version: z.union([z.number().int(), z.literal('draft')]),
  keys: z.array(z.string()).optional(),
  counts: z.array(z.number()).optional(),
  status: z.enum(['1', 'OPEN']).optional(),
  name: z.string().nullable().optional(),
});
const schemas = memberSchemas(inputJsonSchema(input));

test.each([
  { name: 'a whole number', member: 'limit', texts: ['25'], value: 25 },
  { name: 'a number with a fraction', member: 'ratio', texts: ['-0.5e1'], value: -5 },
  { name: 'text where a number is meant', member: 'limit', texts: ['many'], value: 'many' },
  { name: 'an empty text where a number is meant', member: 'limit', texts: [''], value: '' },
  { name: 'a hexadecimal number', member: 'limit', texts: ['0x10'], value: '0x10' },
  { name: 'a yes', member: 'dryRun', texts: ['true'], value: true },
  { name: 'a no', member: 'dryRun', texts: ['false'], value: false },
  { name: 'one of two kinds, the flag', member: 'force', texts: ['true'], value: true },
  { name: 'one of two kinds, the word', member: 'force', texts: ['recreate'], value: 'recreate' },
  { name: 'a number or a word, the number', member: 'version', texts: ['7'], value: 7 },
  { name: 'a number or a word, the word', member: 'version', texts: ['draft'], value: 'draft' },
  { name: 'a list with commas', member: 'keys', texts: ['a,b'], value: ['a', 'b'] },
  { name: 'a list by repetition', member: 'keys', texts: ['a', 'b'], value: ['a', 'b'] },
  { name: 'an empty list', member: 'keys', texts: [''], value: [] },
  { name: 'a list of numbers', member: 'counts', texts: ['1,2'], value: [1, 2] },
  { name: 'digits that name a choice', member: 'status', texts: ['1'], value: '1' },
  { name: 'digits that are text', member: 'name', texts: ['42'], value: '42' },
  { name: 'a text', member: 'name', texts: ['true'], value: 'true' },
  { name: 'one value given twice', member: 'limit', texts: ['1', '2'], value: ['1', '2'] },
])('$name', ({ member, texts, value }) => {
  expect(coerceText(texts, schemas[member])).toEqual(value);
});
