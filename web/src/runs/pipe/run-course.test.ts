import { describe, expect, test } from 'vitest';
import { stepTree } from '../../steps/step-tree.ts';
import { passesOf } from './iterations.ts';
import { isPassedBy, runCourse, shownTries } from './run-course.ts';

const call = (id: string) => ({ id, type: 'action.call', config: { actionId: 'store.set', version: 1 } });
const definition = {
  steps: [
    {
      id: 'each',
      type: 'control.forEach',
      body: [{ id: 'try', type: 'control.tryCatch', catch: [call('ask')], try: [call('make')] }],
    },
    // Stored JSON has its members in any order.
    { id: 'large', type: 'control.if', else: [call('small')], then: [call('big')] },
  ],
};
const each = 'root.steps[0]';
const make = `${each}.body.steps[0].try.steps[0]`;
const row = (stepPath: string, status = 'SUCCEEDED', iterationKey = '', attempt = 1) => ({
  stepPath,
  iterationKey,
  attempt,
  status,
  result: null,
});

describe('stepTree', () => {
  test('branches are read in the order of reading, whatever the order of the members', () => {
    const { nodes } = stepTree(definition);
    expect(nodes[1]?.branches.map((branch) => branch.name)).toEqual(['then', 'else']);
    expect(nodes[0]?.branches[0]?.nodes[0]?.branches.map((branch) => [branch.name, branch.kind])).toEqual([
      ['try', 'plain'],
      ['catch', 'error'],
    ]);
  });

  test('every step is known by its path', () => {
    expect(stepTree(definition).steps.get(make)).toMatchObject({ stepId: 'make', actionId: 'store.set', depth: 2 });
  });

  test('something that is no definition has no steps', () => {
    expect(stepTree(undefined).nodes).toEqual([]);
    expect(stepTree({ steps: 'none' }).nodes).toEqual([]);
  });
});

describe('runCourse', () => {
  const { nodes, steps } = stepTree(definition);

  test('the last try of a step is the one that is shown', () => {
    const rows = [row(make, 'SUCCEEDED', `${each}#0`, 2), row(make, 'RETRY_SCHEDULED', `${each}#0`, 1)];
    expect(shownTries(steps.keys(), rows, passesOf(rows), new Map()).get(make)?.status).toBe('SUCCEEDED');
  });

  test('a step that failed and was let pass has water behind it', () => {
    const shown = new Map(
      [row('root.steps[0]', 'FAILED'), row('root.steps[1]', 'STARTED')].map((each) => [each.stepPath, each]),
    );
    const course = runCourse(nodes, shown, false);
    expect(course.flow('root.steps[0]')).toBe('passed');
    expect(course.flow('root.steps[1]')).toBe('here');
  });

  test('a last step that failed and was let pass has water behind it when its pipe came out', () => {
    const shown = new Map([[nodes[1]?.key ?? '', row('root.steps[1]', 'FAILED')]]);
    expect(runCourse(nodes, shown, true).ended).toBe(true);
    expect(runCourse(nodes, shown, false).flow('root.steps[1]')).toBe('here');
  });

  test('the water ends at a failure that was caught', () => {
    const block = `${each}.body.steps[0]`;
    const rows = [row(each), row(block), row(make, 'FAILED'), row(`${block}.catch.steps[0]`)];
    const course = runCourse(nodes, new Map(rows.map((each) => [each.stepPath, each])), true);
    expect(course.flow(make)).toBe('here');
    expect(course.flow(`${block}.catch.steps[0]`)).toBe('passed');
  });

  test('a branch is taken once one of its steps was reached', () => {
    const shown = new Map(
      [row('root.steps[1]'), row('root.steps[1].else.steps[0]')].map((each) => [each.stepPath, each]),
    );
    const course = runCourse(nodes, shown, true);
    expect(course.taken('root.steps[1]', 'else')).toBe(true);
    expect(course.taken('root.steps[1]', 'then')).toBe(false);
  });

  test('a decision closes the other branch, and so does going one way', () => {
    const undecided = runCourse(nodes, new Map(), false);
    expect(isPassedBy('root.steps[1]', 'else', { condition: true }, undecided)).toBe(true);
    expect(isPassedBy('root.steps[1]', 'then', { condition: true }, undecided)).toBe(false);
    expect(isPassedBy('root.steps[1]', 'else', null, undecided)).toBe(false);
    const inElse = runCourse(
      nodes,
      new Map([
        ['root.steps[1]', row('root.steps[1]', 'STARTED')],
        ['root.steps[1].else.steps[0]', row('root.steps[1].else.steps[0]', 'STARTED')],
      ]),
      false,
    );
    expect(isPassedBy('root.steps[1]', 'then', null, inElse)).toBe(true);
  });
});
