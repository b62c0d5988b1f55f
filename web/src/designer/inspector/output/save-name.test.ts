import { describe, expect, it } from 'vitest';
import { fromDefinition } from '../../model/definition.ts';
import { canBeStored, fullPath, saveNameProblem } from './save-name.ts';

const call = (id: string, saveAs: string) => ({
  id,
  type: 'action.call',
  config: { actionId: 'links.lookup', version: 1, inputMapping: {}, saveAs },
});
const head = { id: 'w', name: 'W', version: 1, payloadSchemaRef: 'payload.Any.v1' };
const document = fromDefinition({
  ...head,
  steps: [call('find', 'copies'), call('make', 'vars.link')],
} as never);

describe('the name of a saved output', () => {
  it.each([
    ['copiesAgain', null],
    ['vars.result', null],
    ['', 'empty'],
    ['payload', 'reserved'],
    ['$index', 'reserved'],
    ['a..b', 'invalid'],
    ['constructor', 'invalid'],
    ['my result', 'shape'],
    ['link', 'duplicate'],
  ] as const)('%j is judged', (name, kind) => {
    expect(saveNameProblem(name, 'find', document)?.kind ?? null).toBe(kind);
  });

  it('a step may keep its own name', () => {
    expect(saveNameProblem('copies', 'find', document)).toBeNull();
  });

  it('the branches of one If may save under one name', () => {
    const branches = { then: [call('yes', 'answer')], else: [call('no', 'answer')] };
    const { steps } = { steps: [{ id: 'if', type: 'control.if', condition: { $expr: 'true' }, ...branches }] };
    const forked = fromDefinition({ ...head, steps } as never);
    expect(saveNameProblem('answer', 'yes', forked)).toBeNull();
    const after = fromDefinition({ ...head, steps: [...steps, call('later', 'answer')] } as never);
    expect(saveNameProblem('answer', 'later', after)?.kind).toBe('duplicate');
  });

  it('what the runtime refuses is never stored', () => {
    const stored = ['copies', 'link', 'my result', 'payload', ''].map((name) =>
      canBeStored(saveNameProblem(name, 'find', document)),
    );
    expect(stored).toEqual([true, true, true, false, false]);
  });

  it.each([
    ['copies', 'vars.copies'],
    ['meta.stage', 'meta.stage'],
    ['/task/id', 'payload.task.id'],
  ])('%s is read as %s', (name, path) => {
    expect(fullPath(name)).toBe(path);
  });
});
