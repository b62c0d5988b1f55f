import { describe, expect, test } from 'vitest';
import type { Step } from '../definition/step.schema.ts';
import { assign, call, definitionOf, expr } from '../testing/definitions.ts';
import { Failing, runDefinition, type Script } from '../testing/run-definition.ts';

const loop = (body: Step[], rest: object = {}): Step =>
  ({
    id: 'each',
    type: 'control.forEach',
    items: expr('payload.items'),
    itemVar: 'it',
    concurrency: 3,
    body,
    ...rest,
  }) as Step;
const lastFirst: Script['choose'] = (outstanding) => outstanding.at(-1);
const payload = { items: ['a', 'b', 'c', 'd', 'e'] };

describe('items side by side', () => {
  test('are under way as many at once as allowed', async () => {
    const definition = definitionOf([loop([call('c', 'act', { it: expr('it') })])]);

    const waiting = await runDefinition({ definition, payload, actions: { act: () => null }, choose: () => undefined });
    const ended = await runDefinition({ definition, payload, actions: { act: () => null }, choose: lastFirst });

    expect(waiting.calls.map(({ input }) => input.it)).toEqual(['a', 'b', 'c']);
    expect(ended.calls).toHaveLength(5);
    expect(ended.status).toBe('SUCCEEDED');
  });

  test('do not see what the others write, and are merged in item order whatever the order of the answers', async () => {
    const body = [
      assign('before', { 'vars.mine': 'it', 'vars.seen': "$exists(vars.total) ? 'other' : 'alone'" }),
      call('c', 'act', {}, { saveAs: 'vars.out' }),
      assign('after', { 'vars.total': 'it', 'vars.same': 'vars.mine = it and vars.it = it' }),
    ];
    const script = {
      definition: definitionOf([loop(body)]),
      payload,
      actions: { act: (_: unknown, { address }: { address: { iterationKey: string } }) => address.iterationKey },
    };

    const inOrder = await runDefinition(script);
    const reversed = await runDefinition({ ...script, choose: lastFirst });

    expect(inOrder.envelope.vars).toEqual({ mine: 'e', seen: 'alone', out: 'root.steps[0]#4', total: 'e', same: true });
    expect(reversed.envelope.vars).toEqual(inOrder.envelope.vars);
  });

  test('may write different members of one object', async () => {
    const body = [
      call('c', 'act'),
      assign('put', { 'vars.byItem.last': 'it' }),
      {
        id: 'if',
        type: 'control.if',
        condition: expr("it = 'b'"),
        then: [assign('b', { 'vars.byItem.b': 'index' })],
      } as Step,
    ];

    const run = await runDefinition({
      definition: definitionOf([loop(body)]),
      payload,
      actions: { act: () => null },
      choose: lastFirst,
    });

    expect(run.envelope.vars).toEqual({ byItem: { last: 'e', b: 1 } });
  });

  test('with loops inside keep every level apart', async () => {
    const inner = loop([call('c', 'act'), assign('put', { 'vars.pair': "it & '-' & sub" })], {
      id: 'inner',
      items: expr('[1, 2]'),
      itemVar: 'sub',
      concurrency: 2,
    });

    const run = await runDefinition({
      definition: definitionOf([loop([inner, assign('up', { 'vars.outer': 'vars.pair' })])]),
      payload,
      actions: { act: () => null },
      choose: lastFirst,
    });

    expect(run.envelope.vars).toEqual({ pair: 'e-2', outer: 'e-2' });
    expect(run.calls).toHaveLength(10);
  });

  test('one after the other inside side by side does not let the state grow', async () => {
    const inner = loop([assign('put', { 'vars.n': 'sub' })], {
      id: 'inner',
      items: expr('[1..200]'),
      itemVar: 'sub',
      concurrency: 1,
    });
    const definition = definitionOf([loop([inner, call('c', 'act')])]);

    const waiting = await runDefinition({ definition, payload, actions: { act: () => null }, choose: () => undefined });

    expect(waiting.state.root?.step?.branches[0]?.writes?.length).toBeLessThan(5);
  });

  test('a failure ends the loop and abandons the others; what was done stays', async () => {
    const body = [assign('put', { 'vars.began': 'it' }), call('c', 'act', { it: expr('it') })];
    const script = {
      definition: definitionOf([{ id: 'try', type: 'control.tryCatch', try: [loop(body)], catch: [] } as Step]),
      payload,
      actions: { act: ({ it }: { it?: unknown }) => (it === 'b' ? new Failing() : null) },
    };

    const run = await runDefinition(script);

    expect(run.status).toBe('SUCCEEDED');
    expect(run.commands.filter(({ type }) => type === 'abandon')).toHaveLength(2);
    expect(run.envelope.vars).toEqual({ began: 'b' });
    expect(run.state.outstanding).toEqual([]);
    const ends = run.steps.filter((step) => step.type === 'action.call').map((step) => step.status);
    expect(ends.toSorted()).toEqual(['CANCELED', 'CANCELED', 'FAILED', 'SUCCEEDED']);
  });

  test('failed items are counted in item order when the loop may go on', async () => {
    const run = await runDefinition({
      definition: definitionOf([loop([call('c', 'act', { it: expr('it') })], { onItemError: 'continue' })]),
      payload,
      actions: { act: ({ it }) => (it === 'b' || it === 'd' ? new Failing({ message: String(it) }) : null) },
      choose: lastFirst,
    });

    expect(run.envelope.vars).toMatchObject({
      each: {
        errors: [
          { index: 1, message: 'b' },
          { index: 3, message: 'd' },
        ],
      },
    });
  });

  test('a return in one of them ends the run and abandons the others', async () => {
    const body: Step[] = [
      assign('put', { 'vars.by': 'it' }),
      { id: 'if', type: 'control.if', condition: expr("it = 'b'"), then: [{ id: 'done', type: 'control.return' }] },
      call('c', 'act'),
    ];

    const run = await runDefinition({
      definition: definitionOf([loop(body), assign('never', { 'vars.never': '1' })]),
      payload,
      actions: { act: () => null },
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.envelope.vars).toEqual({ by: 'b' });
    expect(run.commands.filter(({ type }) => type === 'abandon')).toHaveLength(1);
    expect(run.state.outstanding).toEqual([]);
  });
});
