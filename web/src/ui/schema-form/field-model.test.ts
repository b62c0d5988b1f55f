import { describe, expect, it } from 'vitest';
import { fieldOf, fieldsOf } from './field-model.ts';

describe('what a form asks for', () => {
  it.each([
    ['a text', { type: 'string' }, 'text'],
    ['a whole number', { type: 'integer' }, 'number'],
    ['yes or no', { type: 'boolean' }, 'boolean'],
    ['one of several words', { type: 'string', enum: ['a', 'b'] }, 'choice'],
    ['the one word that is allowed', { type: 'string', const: 'user' }, 'choice'],
    ['a day', { type: 'string', format: 'date' }, 'date'],
    ['a moment', { type: 'string', format: 'date-time' }, 'dateTime'],
    ['a day that may have a time', { anyOf: [{ type: 'string', format: 'date' }, { type: 'string' }] }, 'date'],
    ['a group of values', { type: 'object', properties: { a: { type: 'string' } } }, 'object'],
    ['a list', { type: 'array', items: { type: 'string' } }, 'list'],
    ['anything', {}, 'json'],
    ['a text or a number', { anyOf: [{ type: 'string' }, { type: 'number' }] }, 'json'],
    ['an object without known members', { type: 'object', additionalProperties: {} }, 'json'],
  ] as const)('%s has its own kind of control', (_name, schema, kind) => {
    expect(fieldOf(schema as never).kind).toBe(kind);
  });

  it('a value that may be none keeps the control of the value', () => {
    const field = fieldOf({
      anyOf: [{ anyOf: [{ type: 'string', format: 'date' }, { type: 'string' }] }, { type: 'null' }],
    });
    expect([field.kind, field.isNullable]).toEqual(['date', true]);
    const plain = fieldOf({ type: ['integer', 'null'] });
    expect([plain.kind, plain.isNullable]).toEqual(['number', true]);
  });

  it('required members come first, the others in the order of the schema', () => {
    const fields = fieldsOf({
      type: 'object',
      properties: { note: { type: 'string' }, title: { type: 'string' }, due: { type: 'string' } },
      required: ['title'],
    });
    expect(fields.map((field) => field.name)).toEqual(['title', 'note', 'due']);
  });

  it('members of members know their whole path', () => {
    const [from] = fieldsOf({
      type: 'object',
      properties: { from: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
    });
    expect(from?.fields[0]?.path).toEqual(['from', 'id']);
  });

  it('a schema that names itself ends in JSON instead of never', () => {
    const tree = {
      $defs: { node: { type: 'object', properties: { child: { $ref: '#/$defs/node' } } } },
      $ref: '#/$defs/node',
    };
    let field = fieldOf(tree);
    let depth = 0;
    while (field.fields[0] !== undefined) {
      field = field.fields[0];
      depth += 1;
    }
    expect(field.kind).toBe('json');
    expect(depth).toBeLessThan(12);
  });

  it('limits that no author meets are not told', () => {
    const field = fieldOf({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
    expect([field.limits.min, field.limits.max, field.limits.isWhole]).toEqual([0, null, true]);
  });
});
