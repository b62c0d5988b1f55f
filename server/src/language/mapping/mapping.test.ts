import { describe, expect, test } from 'vitest';
import { isAppError } from '../../kernel/errors.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { applyWrites } from './apply-writes.ts';
import { parseAssignPath, parseSaveAs } from './assign-path.ts';
import { evaluateMapping } from './evaluate-mapping.ts';

const refusedAs = (code: 'ASSIGN_PATH_INVALID' | 'EXPRESSION_YIELDED_NOTHING') =>
  expect.toSatisfy((error: unknown) => isAppError(error, code));

describe('assignment paths', () => {
  test.each([
    ['vars.task', ['vars', 'task']],
    ['vars.task.id', ['vars', 'task', 'id']],
    ['payload.a', ['payload', 'a']],
    ['meta.state', ['meta', 'state']],
    ['error.message', ['error', 'message']],
    ['/a/b~1c', ['payload', 'a', 'b/c']],
    ['vars.list.0', ['vars', 'list', '0']],
  ])('%s', (text, segments) => {
    expect(parseAssignPath(text)).toEqual(segments);
  });

  test.each(['', 'vars', 'x', 'x.y', 'vars.', 'vars..a', '/', 'vars.__proto__.x', 'payload.constructor', '/prototype'])(
    '%s is refused',
    (text) => {
      expect(() => parseAssignPath(text)).toThrowError(refusedAs('ASSIGN_PATH_INVALID'));
    },
  );

  test('a name without a root is saved in vars', () => {
    expect(parseSaveAs('task')).toEqual(['vars', 'task']);
    expect(parseSaveAs('task.id')).toEqual(['vars', 'task', 'id']);
    expect(parseSaveAs('payload.task')).toEqual(['payload', 'task']);
    expect(() => parseSaveAs('__proto__')).toThrowError(refusedAs('ASSIGN_PATH_INVALID'));
  });
});

describe('writes', () => {
  const envelope = { payload: { a: 1 }, vars: { list: [1], text: 'x' }, meta: {}, error: null };

  test('missing objects are made, the rest is shared and the original stays', () => {
    const next = applyWrites(envelope, [
      { path: ['vars', 'a', 'b'], value: 1 },
      { path: ['error', 'message'], value: 'm' },
      { path: ['vars', 'text'] },
    ]);

    expect(next).toEqual({ payload: { a: 1 }, vars: { list: [1], a: { b: 1 } }, meta: {}, error: { message: 'm' } });
    expect(next.payload).toBe(envelope.payload);
    expect(envelope.vars).toEqual({ list: [1], text: 'x' });
  });

  test.each([['list'], ['text']])('a path through vars.%s, which is no object, is refused', (name) => {
    expect(() => applyWrites(envelope, [{ path: ['vars', name, '0'], value: 1 }])).toThrowError(
      refusedAs('ASSIGN_PATH_INVALID'),
    );
  });
});

describe('mapping values', () => {
  const schema: JsonObject = {
    type: 'object',
    required: ['project_id', 'title'],
    additionalProperties: false,
    properties: {
      project_id: { type: 'string' },
      title: { type: 'string' },
      description: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      tags: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'null' }] },
      patch: { type: 'object', required: [], properties: { name: { type: 'string' } } },
      free: { type: 'object', additionalProperties: {} },
    },
  };
  const expr = (text: string) => ({ $expr: text });

  /** An expression yields what stands under its text; what is not there is nothing. */
  function mapped(mapping: JsonObject, values: Record<string, Json> = {}, asked: string[] = []) {
    return evaluateMapping(mapping, schema, (text, { field, expects }) => {
      asked.push(`${field}:${expects}`);
      return Promise.resolve(values[text]);
    });
  }

  test('an optional member that yields nothing is left out, at any depth', async () => {
    const mapping = {
      project_id: expr('p'),
      title: 'Fixed',
      description: expr('gone'),
      patch: { name: expr('gone') },
      free: { x: expr('gone'), y: expr('p') },
    };

    expect(await mapped(mapping, { p: 'P1' })).toEqual({
      project_id: 'P1',
      title: 'Fixed',
      patch: {},
      free: { y: 'P1' },
    });
  });

  test('a required member that yields nothing is refused by name', async () => {
    await expect(mapped({ project_id: expr('payload.targetProjectId'), title: 'x' })).rejects.toMatchObject({
      code: 'EXPRESSION_YIELDED_NOTHING',
      details: { field: 'project_id', expression: 'payload.targetProjectId' },
    });
  });

  test('a member of a list that yields nothing is refused with its place', async () => {
    await expect(mapped({ project_id: 'p', title: 't', tags: ['a', expr('gone')] })).rejects.toMatchObject({
      details: { field: 'tags[1]' },
    });
  });

  test('null is a value, secrets stay references, and a list target asks for a list', async () => {
    const asked: string[] = [];

    const value = await mapped(
      { project_id: expr('p'), title: { $secret: 'TOKEN' }, description: expr('n'), tags: expr('t') },
      { p: 'P1', n: null, t: ['a'] },
      asked,
    );

    expect(value).toEqual({ project_id: 'P1', title: { $secret: 'TOKEN' }, description: null, tags: ['a'] });
    expect(asked).toEqual(['project_id:any', 'description:any', 'tags:array']);
  });
});
