import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionOf, expr, setState } from '../testing/definitions.ts';
import { checkDefinition, parseDefinition } from './parse-definition.ts';
import type { Pipe } from './step.schema.ts';
import { formatStepPath, parseStepPath, type StepPath, stepAt } from './step-path.ts';
import { walkSteps } from './walk-steps.ts';

describe('a definition', () => {
  test('with every kind of step parses and comes back unchanged', () => {
    const definition = definitionOf([
      { id: 'if', type: 'control.if', condition: expr('true'), then: [setState('a')], else: [] },
      { id: 'each', type: 'control.forEach', items: expr('[]'), itemVar: 'x', concurrency: 3, body: [] },
      { id: 'try', type: 'control.tryCatch', try: [setState('b')], catch: [], captureErrorAs: 'failure' },
      {
        id: 'call',
        type: 'control.callWorkflow',
        workflowKey: 'other',
        workflowVersion: 1,
        retry: { maxAttempts: 2, backoffMs: 0 },
      },
      {
        id: 'byId',
        type: 'control.callWorkflow',
        workflowId: '0',
        workflowVersion: 1,
        onError: { policy: 'continue' },
      },
      { id: 'act', type: 'action.call', name: 'Act', config: { designerTileKind: 'transform', designerAppKey: 'x' } },
      { id: 'end', type: 'control.return' },
    ]);

    expect(parseDefinition(definition)).toEqual(definition);
  });

  test.each([
    { name: 'an unknown member', steps: [{ id: 'a', type: 'control.return', name: 'End' }], path: '/steps/0/name' },
    {
      name: 'retry on a loop',
      steps: [{ id: 'a', type: 'control.forEach', items: expr('x'), itemVar: 'x', body: [], retry: {} }],
      path: '/steps/0/retry',
    },
    { name: 'an unknown control step', steps: [{ id: 'a', type: 'control.while', body: [] }], path: '/steps/0/type' },
    {
      name: 'a nested step without an id',
      steps: [{ id: 'a', type: 'control.if', condition: expr('true'), then: [{ type: 'state.set' }] }],
      path: '/steps/0/then/0/id',
    },
    {
      name: 'a call that names its target twice',
      steps: [{ id: 'a', type: 'control.callWorkflow', workflowId: 'x', workflowKey: 'y', workflowVersion: 1 }],
      path: '/steps/0/workflowKey',
    },
    { name: 'args of an older format', steps: [{ id: 'a', type: 'state.set', args: {} }], path: '/steps/0/args' },
  ])('with $name is refused by its place', ({ steps, path }) => {
    const checked = checkDefinition({ ...definitionOf([]), steps });

    expect(checked).toMatchObject({ ok: false, issues: [{ kind: 'INVALID_WORKFLOW_DEFINITION', path }] });
  });

  test.each([
    { name: 'a function', value: () => 1, code: 'function' },
    { name: 'undefined', value: undefined, code: 'undefined' },
    { name: 'an infinite number', value: Number.POSITIVE_INFINITY, code: 'number_not_finite' },
    { name: 'a date object', value: new Date(0), code: 'not_plain' },
  ])('that holds $name is not JSON', ({ value, code }) => {
    const definition = { ...definitionOf([]), steps: [{ id: 'a', type: 'state.set', config: { state: value } }] };

    expect(checkDefinition(definition)).toMatchObject({
      ok: false,
      issues: [{ kind: 'NON_SERIALIZABLE', path: '/steps/0/config/state', code }],
    });
  });

  test('that holds itself or never ends in depth is refused', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);

    expect(checkDefinition(cycle)).toMatchObject({ issues: [{ code: 'cycle', path: '/self' }] });
    expect(checkDefinition(deep)).toMatchObject({ issues: [{ code: 'too_deep' }] });
  });

  test.each([
    {
      name: 'more than 5,000 steps',
      steps: Array.from({ length: 5001 }, (_, index) => setState(`s${index}`)),
      code: 'too_many_steps',
    },
    { name: 'pipes more than 20 deep', steps: nested(21), code: 'too_deep' },
    { name: 'more than 2 MiB', steps: [setState('a', 'x'.repeat(2_100_000))], code: 'definition_too_large' },
  ])('with $name is refused', ({ steps, code }) => {
    expect(checkDefinition(definitionOf(steps))).toMatchObject({ issues: [{ code }] });
  });

  test('with pipes 20 deep is within the limit', () => {
    expect(checkDefinition(definitionOf(nested(20)))).toMatchObject({ ok: true });
  });
});

describe('a step path', () => {
  test.each([
    '',
    'root',
    'root.steps',
    'root.steps[0].',
    'root.steps[01]',
    'root.steps[-1]',
    'then.steps[0]',
    'root.steps[0].root.steps[0]',
    'root.steps[0]then.steps[0]',
  ])('%j is not one', (text) => expect(parseStepPath(text)).toBeNull());

  test('reads and writes back the same', () => {
    const slot = fc.constantFrom('then', 'else', 'body', 'try', 'catch');
    const index = fc.nat(5000);
    const path = fc.tuple(index, fc.array(fc.record({ slot, index }), { maxLength: 20 }));

    fc.assert(
      fc.property(path, ([first, rest]) => {
        const segments: StepPath = [{ slot: 'root', index: first }, ...rest];
        expect(parseStepPath(formatStepPath(segments))).toEqual(segments);
      }),
    );
  });

  test('of every walked step leads to that step, and to it again after a step is put before it', () => {
    const pipes = fc.letrec<{ pipe: Pipe }>((tie) => ({
      pipe: fc.array(
        fc.oneof(
          { maxDepth: 4 },
          fc.constant(setState('leaf')),
          fc.record({
            id: fc.constant('if'),
            type: fc.constant('control.if' as const),
            condition: fc.constant(expr('true')),
            then: tie('pipe'),
            else: tie('pipe'),
          }),
          fc.record({
            id: fc.constant('try'),
            type: fc.constant('control.tryCatch' as const),
            try: tie('pipe'),
            catch: tie('pipe'),
          }),
        ),
        { maxLength: 4 },
      ),
    })).pipe;

    fc.assert(
      fc.property(pipes, (steps) => {
        const before = definitionOf(steps);
        const after = definitionOf([setState('new'), ...steps]);
        for (const { path, step } of walkSteps(before)) {
          const [head, ...rest] = parseStepPath(path) ?? [];
          expect(stepAt(before, [head ?? { slot: 'root', index: -1 }, ...rest])).toBe(step);
          expect(stepAt(after, [{ slot: 'root', index: (head?.index ?? 0) + 1 }, ...rest])).toBe(step);
        }
      }),
    );
  });

  test('of a step that is not there leads nowhere', () => {
    const definition = definitionOf([{ id: 'if', type: 'control.if', condition: expr('true'), then: [] }]);

    for (const path of [
      'root.steps[1]',
      'root.steps[0].then.steps[0]',
      'root.steps[0].else.steps[0]',
      'root.steps[0].condition.steps[0]',
    ]) {
      expect(stepAt(definition, parseStepPath(path) ?? [])).toBeUndefined();
    }
  });
});

function nested(depth: number): Pipe {
  if (depth === 1) return [setState('leaf')];
  return [{ id: `d${depth}`, type: 'control.if', condition: expr('true'), then: nested(depth - 1) }];
}
