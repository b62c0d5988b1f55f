import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../ui/schema-form/field-model.ts';
import { defaultModeOf, isPath, modeOf, switched } from './modes.ts';

const text = fieldOf({ type: 'string' });

describe('how an input is given', () => {
  it.each([
    ['a picked place', { $expr: 'payload.taskId' }, 'reference'],
    ['an entry of a list', { $expr: 'vars.copies.matches[0].id' }, 'reference'],
    ['a calculation', { $expr: 'coalesce(payload.title, "")' }, 'expression'],
    ['a text', 'project-task-mirror', 'fixed'],
    ['none', null, 'fixed'],
    ['a list with expressions inside', [{ $expr: 'payload.taskId' }], 'fixed'],
  ] as const)('%s opens the way it was given', (_name, value, mode) => {
    expect(modeOf(text, value as never, undefined)).toBe(mode);
  });

  it('an expression that the author chose to write stays one while it is only a path', () => {
    expect(modeOf(text, { $expr: 'payload' }, 'expression')).toBe('expression');
  });

  it('a value that is taken back by undo decides, whatever was chosen', () => {
    expect(modeOf(text, 'mirrors', 'reference')).toBe('fixed');
    expect(modeOf(text, { $expr: 'a + b' }, 'fixed')).toBe('expression');
  });

  it.each([
    [{ type: 'string', enum: ['a', 'b'] }, 'fixed'],
    [{ type: 'boolean' }, 'fixed'],
    [{ type: 'integer' }, 'fixed'],
    [{ type: 'string' }, 'reference'],
    [{}, 'reference'],
  ] as const)('an empty field of %j begins in its usual way', (schema, mode) => {
    expect(defaultModeOf(fieldOf(schema as never))).toBe(mode);
  });

  it('the other ways keep their values', () => {
    const memory = { fixed: 'mirrors', expression: { $expr: 'a & b' } };
    expect(switched('fixed', { $expr: 'payload.relation' }, memory)).toBe('mirrors');
    expect(switched('expression', 'mirrors', memory)).toEqual({ $expr: 'a & b' });
    expect(switched('reference', 'mirrors', memory)).toBeUndefined();
  });

  it('a picked place goes along into the expression, and back', () => {
    expect(switched('expression', { $expr: 'payload.id' }, {})).toEqual({ $expr: 'payload.id' });
    expect(switched('reference', { $expr: 'payload.id' }, {})).toEqual({ $expr: 'payload.id' });
    expect(switched('reference', { $expr: 'payload.id & "x"' }, {})).toBeUndefined();
  });

  it.each(['payload', 'config.value.targets', 'matches[0].id', '$index'])('%s can be picked', (path) => {
    expect(isPath(path)).toBe(true);
  });

  it.each(['a + b', '"text"', 'count(items)', 'items[price > 3]', '12', ''])('%s is written by hand', (path) => {
    expect(isPath(path)).toBe(false);
  });
});
