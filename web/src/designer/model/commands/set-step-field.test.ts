import { expect, test } from 'vitest';
import { documentOf, doneUndoneAndRedone, expectNothing, sample, state } from '../testing/designs.ts';
import { renameStep } from './rename-step.ts';
import { replaceStepBody } from './replace-step-body.ts';
import { setStepField } from './set-step-field.ts';
import { setWorkflow } from './set-workflow.ts';

const link = () => documentOf({ id: 'link', type: 'action.call', config: { actionId: 'links.upsert', version: 1 } });

test('a setting is made with the objects around it', () => {
  const after = doneUndoneAndRedone(link(), setStepField('link', '/config/inputMapping/to/id', { $expr: 'vars.id' }));
  expect(after.steps.link?.config).toEqual({
    actionId: 'links.upsert',
    version: 1,
    inputMapping: { to: { id: { $expr: 'vars.id' } } },
  });
});

test('a setting that goes leaves the object around it', () => {
  const filled = setStepField('link', '/config/inputMapping/namespace', 'tasks')(link()).document;
  const after = doneUndoneAndRedone(filled, setStepField('link', '/config/inputMapping/namespace', undefined));
  expect(after.steps.link?.config).toMatchObject({ inputMapping: {} });
});

test('an item goes to the end of a list, changes in its place, and the others close up when it goes', () => {
  const first = doneUndoneAndRedone(link(), setStepField('link', '/config/outputs/-', 'one'));
  const second = doneUndoneAndRedone(first, setStepField('link', '/config/outputs/-', 'two'));
  const third = doneUndoneAndRedone(second, setStepField('link', '/config/outputs/1', 'three'));
  expect(third.steps.link?.config).toMatchObject({ outputs: ['one', 'three'] });
  const fourth = doneUndoneAndRedone(third, setStepField('link', '/config/outputs/0', undefined));
  expect(fourth.steps.link?.config).toMatchObject({ outputs: ['three'] });
});

test('a member name with a slash, a tilde or a dangerous word is a name like any other', () => {
  const after = doneUndoneAndRedone(link(), setStepField('link', '/config/inputMapping/a~1b~0c', 1));
  expect(after.steps.link?.config).toMatchObject({ inputMapping: { 'a/b~c': 1 } });
  const odd = setStepField('link', '/config/inputMapping/__proto__', { polluted: true })(link()).document;
  expect(JSON.stringify(odd.steps.link?.config)).toContain('{"__proto__":{"polluted":true}}');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('the value that is there already changes nothing', () => {
  expectNothing(link(), setStepField('link', '/config', { version: 1, actionId: 'links.upsert' }));
  expectNothing(link(), setStepField('link', '/config/saveAs', undefined));
});

test('the type and the pipes of a step are no settings', () => {
  expectNothing(sample(), setStepField('check', '/then', []));
  expectNothing(sample(), setStepField('check', '/type', 'control.return'));
});

test('only the step that changed is another object', () => {
  const before = sample();
  const after = setStepField('check', '/condition/$expr', 'true')(before).document;
  expect(after.steps.a).toBe(before.steps.a);
  expect(after.pipes).toBe(before.pipes);
});

test('a step gets a name, and loses it when the name is emptied', () => {
  const named = doneUndoneAndRedone(sample(), renameStep('a', 'Remember the cursor'));
  expect(named.steps.a?.name).toBe('Remember the cursor');
  expect(doneUndoneAndRedone(named, renameStep('a', ' ')).steps.a).not.toHaveProperty('name');
});

test('a block cannot be named', () => {
  expectNothing(sample(), renameStep('check', 'Is it ours?'));
});

test('a step becomes another one', () => {
  const body = { id: 'a', type: 'time.wait', config: { mode: 'duration', durationMs: 1000 } };
  expect(doneUndoneAndRedone(sample(), replaceStepBody('a', body)).steps.a).toBe(body);
});

test('a block keeps its pipes only in a block that has them', () => {
  expectNothing(sample(), replaceStepBody('each', { ...state('each') } as never));
  const loop = { id: 'each', type: 'control.forEach', items: { $expr: 'vars.other' }, itemVar: 'task' };
  expect(doneUndoneAndRedone(sample(), replaceStepBody('each', loop)).pipes['each/body']).toEqual(['c']);
});

test('a step that becomes a block gets its pipes', () => {
  const body = { id: 'a', type: 'control.if', condition: { $expr: '' } };
  expect(doneUndoneAndRedone(sample(), replaceStepBody('a', body)).pipes['a/then']).toEqual([]);
});

test('the workflow gets a description and a trigger, and loses them', () => {
  const trigger = { type: 'event', eventName: 'TASK_CREATED' } as const;
  const filled = doneUndoneAndRedone(sample(), setWorkflow({ description: 'Copies tasks', trigger }));
  expect(filled.head).toMatchObject({ name: 'Mirror', description: 'Copies tasks', trigger });
  const emptied = doneUndoneAndRedone(filled, setWorkflow({ description: undefined, trigger: undefined }));
  expect(emptied.head).toEqual(sample().head);
});

test('a workflow keeps its name where none is given', () => {
  expectNothing(sample(), setWorkflow({ name: undefined }));
});
