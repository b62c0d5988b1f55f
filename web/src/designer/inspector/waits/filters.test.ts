import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../ui/schema-form/field-model.ts';
import { operatorsFor, scalarLeaves, scalarOf, withOperator, withPath } from './filters.ts';

describe('conditions on an event', () => {
  it.each([
    ['one value becomes a list of it', { op: '=', value: 'open' }, 'in', ['open']],
    ['of a list the first stays', { op: 'in', value: ['open', 'new'] }, '!=', 'open'],
    ['an empty text becomes an empty list', { op: '=', value: '' }, 'in', []],
    ['a list stays a list', { op: 'in', value: ['open'] }, 'not_in', ['open']],
    ['a presence has no value', { op: '=', value: 'open' }, 'exists', undefined],
    ['after a presence the value is empty', { op: 'exists' }, '=', ''],
    ['a text comparison takes a text', { op: '=', value: 12 }, 'contains', '12'],
  ] as const)('%s', (_name, before, operator, value) => {
    expect(withOperator({ path: 'status', ...before }, operator, 'text').value).toEqual(value);
  });

  it('another field begins with a value of its kind', () => {
    expect(withPath({ path: 'status', op: 'contains', value: 'x' }, 'count', 'number')).toEqual({
      path: 'count',
      op: '=',
      value: 0,
    });
    expect(withPath({ path: 'status', op: 'exists' }, 'count', 'number')).toEqual({ path: 'count', op: 'exists' });
  });

  it('a comparison is offered where it makes sense', () => {
    expect(operatorsFor('boolean')).toEqual(['=', '!=', 'exists', 'not_exists']);
    expect(operatorsFor('number')).not.toContain('contains');
    expect(operatorsFor('text')).not.toContain('>');
    expect(operatorsFor('json')).toHaveLength(13);
  });

  it('what is typed has the kind of the field', () => {
    expect([scalarOf('12', 'number'), scalarOf('12', 'text'), scalarOf('true', 'boolean')]).toEqual([12, '12', true]);
  });

  it('only single values of the payload can be compared', () => {
    const fields = fieldsOf({
      type: 'object',
      properties: {
        id: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        owner: { type: 'object', properties: { name: { type: 'string' } } },
      },
    });
    expect(scalarLeaves(fields).map((field) => field.path.join('.'))).toEqual(['id', 'owner.name']);
  });
});
