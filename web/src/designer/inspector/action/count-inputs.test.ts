import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../ui/schema-form/field-model.ts';
import { countInputs } from './count-inputs.ts';

const record = { type: 'object', properties: { type: { type: 'string' }, id: { type: 'string' } } };
const fields = fieldsOf({ type: 'object', properties: { namespace: { type: 'string' }, from: record, note: {} } });

describe('how many inputs are filled', () => {
  it.each([
    ['nothing', undefined, 0],
    ['a text', { namespace: 'mirror' }, 1],
    ['an expression that is empty', { namespace: { $expr: ' ' } }, 0],
    ['half of a group', { from: { type: 'ticket' } }, 1],
    ['a group as a whole', { from: { $expr: 'payload.record' } }, 2],
    ['nothing on purpose', { note: null }, 1],
  ] as const)('%s is counted', (_name, value, filled) => {
    expect(countInputs(fields, value as never)).toEqual({ filled, total: 4 });
  });
});
