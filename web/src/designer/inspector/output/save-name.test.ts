import { describe, expect, it } from 'vitest';
import { fromDefinition } from '../../model/definition.ts';
import { canBeStored, fullPath, saveNameProblem } from './save-name.ts';

const call = (id: string, saveAs: string) => ({
  id,
  type: 'action.call',
  config: { actionId: 'links.lookup', version: 1, inputMapping: {}, saveAs },
});
const document = fromDefinition({
  id: 'w',
  name: 'W',
  version: 1,
  payloadSchemaRef: 'payload.Any.v1',
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
