import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pipe, Step } from '../definition/step.schema.ts';
import { evaluateExpression } from '../expressions/evaluate.ts';
import { assign, call, definitionOf, expr, setState } from '../testing/definitions.ts';
import { Failing, type Played, runDefinition, type Script } from '../testing/run-definition.ts';
import { advance, initialState } from './advance.ts';
import { compilePlan } from './compile-plan.ts';
import { retryDelayMs } from './retry.ts';
import type { RunState } from './run-state.ts';

let ids = 0;
const named = <S extends object>(step: S): Step => {
  ids += 1;
  return { id: `s${ids}`, ...step } as unknown as Step;
};

/** Workflows of every kind of block; each call writes where it was. */
const { pipe } = fc.letrec<{ pipe: Pipe; step: Step }>((tie) => ({
  pipe: fc.array(tie('step'), { maxLength: 3 }),
  step: fc.oneof(
    { maxDepth: 3 },
    fc
      .constantFrom('ok', 'flaky', 'broken')
      .map((id) =>
        named({ ...call('', id, { n: expr('coalesce(index, -1)') }, { saveAs: `vars.out.${id}` }), id: `s${++ids}` }),
      ),
    fc
      .constant(null)
      .map(() => named({ ...assign('', { 'vars.count': 'coalesce(vars.count, 0) + 1' }), id: `s${++ids}` })),
    fc.constant(null).map(() => named({ ...setState(''), config: { state: 'here' }, id: `s${++ids}` })),
    fc.constant(null).map(() => named({ type: 'time.wait', config: { mode: 'duration', durationMs: 5 } })),
    fc.constant(null).map(() => named({ type: 'control.return' })),
    fc
      .record({ yes: fc.boolean(), inner: tie('pipe') })
      .map(({ yes, inner }) =>
        named({ type: 'control.if', condition: expr(String(yes)), then: inner, else: inner.map(renamed) }),
      ),
    fc
      .record({ inner: tie('pipe'), handler: tie('pipe') })
      .map(({ inner, handler }) =>
        named({ type: 'control.tryCatch', try: inner, catch: handler, captureErrorAs: 'caught' }),
      ),
    fc
      .record({
        body: tie('pipe'),
        size: fc.nat(3),
        concurrency: fc.constantFrom(1, 2, 5),
        onItemError: fc.constantFrom('continue', 'fail'),
      })
      .map(({ body, size, concurrency, onItemError }) =>
        named({ type: 'control.forEach', items: expr(`[1..${size}]`), itemVar: 'it', body, concurrency, onItemError }),
      ),
  ),
}));

/** The same step again, under other ids. */
function renamed(step: Step): Step {
  return JSON.parse(JSON.stringify(step), (key, value) => (key === 'id' ? `s${++ids}` : value));
}

const actions: Script['actions'] = {
  ok: (_, { address }) => address.iterationKey,
  broken: () => new Failing({ retryable: false }),
  flaky: {
    describe: { retryHint: { maxAttempts: 2, backoffMs: 10 } },
    run: (_, { attempt }) => (attempt === 1 ? new Failing() : attempt),
  },
};

const facts = ({ status, envelope, state, now }: Played) => JSON.stringify([status, envelope, state.finished, now]);

test('the same workflow and answers give the same run, with and without JSON between the calls', async () => {
  await fc.assert(
    fc.asyncProperty(pipe, async (steps) => {
      const script: Script = { definition: definitionOf(steps), actions };
      const [first, second, direct] = [
        await runDefinition(script),
        await runDefinition(script),
        await runDefinition({ ...script, throughJson: false }),
      ];

      expect(JSON.stringify(second.commands)).toBe(JSON.stringify(first.commands));
      expect(JSON.stringify(direct.commands)).toBe(JSON.stringify(first.commands));
      expect(facts(direct)).toBe(facts(first));
    }),
  );
});

test('however small the budget, the run ends the same', async () => {
  await fc.assert(
    fc.asyncProperty(pipe, fc.integer({ min: 1, max: 4 }), async (steps, maxSteps) => {
      const script: Script = { definition: definitionOf(steps), actions };

      expect(facts(await runDefinition({ ...script, maxSteps }))).toBe(facts(await runDefinition(script)));
    }),
  );
});

test('every run ends with nothing left outstanding and every step closed, in whatever order it is answered', async () => {
  await fc.assert(
    fc.asyncProperty(pipe, fc.array(fc.nat(10), { maxLength: 20 }), async (steps, picks) => {
      let turn = 0;
      const choose: Script['choose'] = (outstanding) =>
        outstanding[(picks[turn++ % Math.max(1, picks.length)] ?? 0) % outstanding.length];
      const run = await runDefinition({ definition: definitionOf(steps), actions, choose });

      expect(run.status).not.toBe('WAITING');
      expect(run.state).toMatchObject({ root: null, outstanding: [], lists: {} });
      expect(run.steps.filter((step) => step.status === 'STARTED')).toEqual([]);
      expect(run.commands.filter(({ type }) => type === 'finish')).toHaveLength(1);
      const tokens = run.commands.flatMap((command) =>
        'address' in command && 'token' in command ? [command.token] : [],
      );
      expect(new Set(tokens).size).toBe(tokens.length);
    }),
  );
});

test('independent items answered in any order end the same', async () => {
  const body: Step[] = [
    call('first', 'ok', {}, { saveAs: 'vars.first' }),
    {
      id: 'if',
      type: 'control.if',
      condition: expr('index % 2 = 0'),
      then: [call('second', 'flaky', {}, { saveAs: 'vars.even' })],
    },
    assign('put', { 'vars.last': 'it', 'vars.all.any': 'it' }),
  ];
  const definition = definitionOf([
    { id: 'each', type: 'control.forEach', items: expr('[1..6]'), itemVar: 'it', concurrency: 4, body },
  ]);
  const usual = await runDefinition({ definition, actions });

  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(100)), async (picks) => {
      const run = await runDefinition({
        definition,
        actions,
        choose: (outstanding) => outstanding[picks.next().value % outstanding.length],
      });

      expect(run.envelope).toEqual(usual.envelope);
      expect(run.status).toBe('SUCCEEDED');
    }),
  );
});

test('any prefix of what happened, taken up from JSON, ends the same', async () => {
  await fc.assert(
    fc.asyncProperty(pipe, fc.nat(), async (steps, at) => {
      const definition = definitionOf(steps);
      const played = await runDefinition({ definition, actions });
      const plan = compilePlan(definition, (id, version) => {
        const retryHint = id === 'flaky' ? { maxAttempts: 2, backoffMs: 10 } : null;
        return { id, version, inputSchema: {}, retryHint };
      });
      const budget = { maxSteps: 1_000, shouldYield: () => false };
      let state = initialState({ run: played.envelope.run, payload: {} });

      for (const [index, occurrence] of played.occurrences.entries()) {
        // A worker died here: another one reads what was committed and hears the last occurrence again.
        const again = index === at % played.occurrences.length;
        if (again) await advance(plan, state, occurrence, evaluateExpression, budget);
        if (again) state = JSON.parse(JSON.stringify(state)) as RunState;
        state = (await advance(plan, state, occurrence, evaluateExpression, budget)).state;
      }

      expect(JSON.stringify(state)).toBe(JSON.stringify(played.state));
    }),
  );
});

test('advance never changes the state that it is given', async () => {
  await fc.assert(
    fc.asyncProperty(pipe, async (steps) => {
      const definition = definitionOf(steps);
      const plan = compilePlan(definition, (id, version) => ({ id, version, inputSchema: {}, retryHint: null }));
      const budget = { maxSteps: 5, shouldYield: () => false };
      let state = initialState({ run: { id: 'r', workflowId: 'w', workflowVersion: 1, startedAt: '' }, payload: {} });
      for (let call = 0; call < 5; call += 1) {
        const before = JSON.stringify(state);
        const next = await advance(
          plan,
          state,
          { type: call === 0 ? 'started' : 'continued', now: '2026-01-02T00:00:00.000Z' },
          evaluateExpression,
          budget,
        );
        expect(JSON.stringify(state)).toBe(before);
        state = next.state;
      }
    }),
  );
});

test('delays of retries stay within the policy and differ between runs', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 1, max: 8 }),
      fc.string(),
      fc.integer({ min: 1, max: 60_000 }),
      (backoffMs, attempt, seed, maxDelayMs) => {
        const policy = { maxAttempts: 9, backoffMs, maxDelayMs };
        const plain = backoffMs * 2 ** (attempt - 1);
        const delay = retryDelayMs(policy, attempt, seed);

        expect(delay).toBeLessThanOrEqual(Math.min(maxDelayMs, Math.ceil(plain * 1.2)));
        expect(delay).toBeGreaterThanOrEqual(Math.min(maxDelayMs, Math.floor(plain * 0.8)));
        expect(retryDelayMs(policy, attempt, seed)).toBe(delay);
        expect(retryDelayMs({ ...policy, jitter: false }, attempt, seed)).toBe(Math.min(plain, maxDelayMs));
      },
    ),
  );
  const delays = Array.from({ length: 50 }, (_, run) =>
    retryDelayMs({ maxAttempts: 2, backoffMs: 10_000 }, 1, `run-${run}`),
  );
  expect(new Set(delays).size).toBeGreaterThan(40);
});

test('a failure that asks for more time gets it', () => {
  expect(retryDelayMs({ maxAttempts: 2, backoffMs: 10, maxDelayMs: 20 }, 1, 'x', 5_000)).toBe(5_000);
});
