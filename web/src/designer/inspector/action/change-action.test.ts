import { describe, expect, it } from 'vitest';
import { fromDefinition } from '../../model/definition.ts';
import type { ActionEntry } from '../../store/catalog.ts';
import { changeAction } from './change-action.ts';

function action(id: string, inputs: readonly string[]): ActionEntry {
  const properties = Object.fromEntries(inputs.map((name) => [name, { type: 'string' }]));
  return { id, version: 2, group: 'store', inputSchema: { type: 'object', properties } } as unknown as ActionEntry;
}

function documentWith(saveAs: string | undefined) {
  const config = {
    actionId: 'store.set',
    version: 1,
    inputMapping: { namespace: 'sync-cursor', key: { $expr: 'payload.id' }, value: 1 },
    ...(saveAs === undefined ? {} : { saveAs }),
  };
  const steps = [{ id: 'keep', type: 'action.call', name: 'Keep it', config }];
  return fromDefinition({ id: 'w', name: 'W', version: 1, payloadSchemaRef: 'payload.Any.v1', steps } as never);
}

function changed(saveAs: string | undefined, to: ActionEntry) {
  const document = documentWith(saveAs);
  const { change, dropped } = changeAction(document, 'keep', to);
  return { step: change(document).document.steps.keep, dropped };
}

describe('another action in a step', () => {
  it('inputs that it also has stay, the others go and are counted', () => {
    const { step, dropped } = changed(undefined, action('store.get', ['namespace', 'key']));
    expect(step?.config).toEqual({
      actionId: 'store.get',
      version: 2,
      inputMapping: { namespace: 'sync-cursor', key: { $expr: 'payload.id' } },
    });
    expect(dropped).toBe(1);
  });

  it('the step keeps its name and its place', () => {
    expect(changed(undefined, action('store.get', [])).step).toMatchObject({ id: 'keep', name: 'Keep it' });
  });

  it('a name of the output that was made for the action is made anew, one by hand stays', () => {
    const made = changed('storeSetResult', action('store.get', [])).step?.config as { saveAs: string };
    const byHand = changed('cursor', action('store.get', [])).step?.config as { saveAs: string };
    expect([made.saveAs, byHand.saveAs]).toEqual(['storeGetResult', 'cursor']);
  });
});
