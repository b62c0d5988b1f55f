import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

const step = (fields: object) => ({ id: 'a', type: 'action.call', ...fields }) as never;

test('a changed step names each value that differs, an expression as one value', () => {
  const before = step({
    name: 'Link',
    config: { inputMapping: { from: { $expr: 'payload.a' }, relation: 'related' } },
  });
  const after = step({
    config: { inputMapping: { from: { $expr: 'payload.b' }, relation: 'related', to: { id: 1 } } },
  });

  expect(changedFields(before, after)).toEqual([
    { pointer: 'name', before: 'Link', after: '' },
    { pointer: 'config/inputMapping/from', before: 'payload.a', after: 'payload.b' },
    { pointer: 'config/inputMapping/to', before: '', after: '{"id":1}' },
  ]);
});

test('a long value is cut', () => {
  expect(changedFields(step({ name: 'x' }), step({ name: 'y'.repeat(100) }))[0]?.after).toHaveLength(61);
});
