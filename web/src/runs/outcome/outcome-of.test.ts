import { describe, expect, test } from 'vitest';
import { stepTree } from '../../steps/step-tree.ts';
import { outcomeOf } from './outcome-of.ts';

const stepOf = (step: Record<string, unknown>) => {
  const found = stepTree({ steps: [{ id: 'one', ...step }] }).steps.get('root.steps[0]');
  if (found === undefined) throw new RangeError('no step');
  return found;
};
const action = (actionId: string) => stepOf({ type: 'action.call', config: { actionId, version: 1 } });
const none = new Map<string, string>();
const done = { result: null };

describe('what a block did', () => {
  test('a decision says its condition, the answer and the way', () => {
    const step = stepOf({ type: 'control.if', condition: { $expr: '1840 > 500' }, then: [], else: [] });

    expect(outcomeOf(step, { result: { condition: true } }, undefined, none)).toEqual({
      sentence: 'decided',
      code: { condition: '1840 > 500' },
      words: { answer: 'true', way: 'then' },
    });
    expect(outcomeOf(step, { result: { condition: false } }, undefined, none)?.words).toEqual({
      answer: 'false',
      way: 'else',
    });
  });

  test('a loop says how many items and how many at a time, or how many of them failed', () => {
    const step = stepOf({ type: 'control.forEach', items: { $expr: 'vars.x' }, concurrency: 4, body: [] });
    const of = (result: Record<string, number>) => outcomeOf(step, { result }, undefined, none);

    expect(of({ items: 3 })).toEqual({ sentence: 'itemsAtOnce', numbers: { count: 3, atOnce: 4 } });
    expect(of({ items: 1, failed: 0 })).toEqual({ sentence: 'items', numbers: { count: 1 } });
    expect(of({ items: 3, failed: 2 })).toEqual({ sentence: 'itemsFailed', numbers: { count: 3, failed: 2 } });
  });

  test('a step that says nothing of itself has no sentence', () => {
    expect(outcomeOf(stepOf({ type: 'human.task' }), done, undefined, none)).toBeNull();
    expect(outcomeOf(action('mail.send'), done, { input: {}, output: {} }, none)).toBeNull();
  });
});

describe('what a call did', () => {
  test('a link names both records and their relationship', () => {
    const call = {
      input: {
        from: { type: 'project_task', id: 'a' },
        to: { type: 'ticket', id: '12345678-aaaabbbb' },
        relation: 'mirrors',
      },
      output: { created: true, link_id: 'l' },
    };

    expect(outcomeOf(action('links.upsert'), done, call, new Map([['project_task a', 'Order desks']]))).toEqual({
      sentence: 'linked',
      bold: { from: 'Order desks', to: 'ticket aabbbb' },
      words: { relation: 'mirrors' },
    });
  });

  test('reading an entry says what was there, or that nothing was', () => {
    const input = { namespace: 'cursor', key: 'acme' };
    const of = (output: Record<string, unknown>) =>
      outcomeOf(action('store.get'), done, { input, output: output as never }, none);

    expect(of({ found: true, value: 'x'.repeat(100) })?.code?.value).toHaveLength(61);
    expect(of({ found: false, value: null })).toEqual({ sentence: 'entryMissing', code: { entry: 'cursor / acme' } });
  });

  test('an update that changed nothing says so', () => {
    const of = (output: Record<string, unknown>) =>
      outcomeOf(action('projects.update_task'), done, { input: {}, output: output as never }, none);

    expect(of({ no_op: true, task: { task_name: 'Desks' } })).toEqual({ sentence: 'nothingDiffered' });
    expect(of({ no_op: false, task: { task_name: 'Desks' } })).toEqual({
      sentence: 'taskChanged',
      bold: { name: 'Desks' },
    });
  });

  test('a call whose data may not be seen has no sentence', () => {
    const hidden = { input: { redacted: true }, output: { redacted: true } };

    for (const id of ['store.set', 'store.get', 'store.increment', 'links.upsert', 'links.lookup', 'projects.find']) {
      expect(outcomeOf(action(id), done, hidden, none), id).toBeNull();
    }
  });
});
