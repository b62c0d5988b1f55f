import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/json.ts';
import type { WorkflowDefinition } from '../definition/definition.schema.ts';
import type { Step } from '../definition/step.schema.ts';
import { configIssues, nodeTypes } from '../nodes/catalogue.ts';
import { assign, call, definitionOf, expr, setState } from '../testing/definitions.ts';
import type { NodeTypeChecks } from './check-node-step.ts';
import type { ValidationContext } from './context.ts';
import { suggest } from './suggest.ts';
import { validateDefinition } from './validate-definition.ts';

const context: ValidationContext = {
  actions: [
    {
      id: 'tasks.create',
      version: 1,
      inputSchema: {
        type: 'object',
        required: ['title', 'from'],
        additionalProperties: false,
        properties: {
          title: { type: 'string' },
          note: { type: 'string' },
          from: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
        },
      },
    },
  ],
  events: [
    { eventType: 'TASK_CREATED', payloadSchemaRef: 'payload.TaskCreated.v1', correlation: ['taskId'] },
    { eventType: 'CLOCK_TICKED', payloadSchemaRef: 'payload.Tick.v1', correlation: [] },
  ],
  payloadSchemas: {
    'payload.Empty.v1': { type: 'object', properties: {} },
    'payload.TaskCreated.v1': { type: 'object', required: ['taskId'], properties: { taskId: {} } },
    'payload.Tick.v1': { type: 'object' },
    'payload.Mine.v1': { type: 'object', required: ['id', 'name'], properties: { id: {}, name: {} } },
  },
  workflows: [{ workflowId: 'w-1', key: 'other', versions: [1, 2] }],
  payloadSchemaMode: 'pinned',
};
const checks: ReadonlyMap<string, NodeTypeChecks> = new Map(
  [...nodeTypes].map(([id, node]) => [
    id,
    { id, isSupported: node.isSupported, checkConfig: (config) => configIssues(node, config) },
  ]),
);
const good = { title: 'T', from: { id: expr('payload.id') } };

function validate(value: unknown, over: Partial<ValidationContext> = {}) {
  return validateDefinition(value, { ...context, ...over }, checks);
}

function issuesOf(steps: Step[], rest: Partial<WorkflowDefinition> = {}, over: Partial<ValidationContext> = {}) {
  const { errors, warnings } = validate(definitionOf(steps, rest), over);
  return [...errors, ...warnings];
}

test('a definition without problems can be published', () => {
  const steps: Step[] = [
    call('create', 'tasks.create', good, { saveAs: 'task', idempotencyKey: expr('payload.id') }),
    {
      id: 'each',
      type: 'control.forEach',
      items: expr('[1]'),
      itemVar: 'x',
      body: [assign('a', { 'vars.x': 'index' })],
    },
    { id: 'child', type: 'control.callWorkflow', workflowKey: 'other', workflowVersion: 2 },
    { id: 'wait', type: 'event.wait', config: { eventName: 'TASK_CREATED', correlationKey: expr('payload.id') } },
  ];
  const definition = definitionOf(steps, {
    payloadSchemaRef: 'payload.TaskCreated.v1',
    trigger: { type: 'event', eventName: 'TASK_CREATED' },
  });

  expect(validate(definition)).toEqual({ ok: true, errors: [], warnings: [] });
});

describe('a step', () => {
  const node = (type: string, config?: JsonObject): Step => ({ id: 's', type, ...(config && { config }) });

  test.each([
    {
      name: 'an unknown type',
      step: node('state.sett'),
      code: 'UNKNOWN_NODE_TYPE',
      pointer: '/type',
      suggestion: 'state.set',
    },
    {
      name: 'a type that cannot run yet',
      step: node('human.task', { taskType: 'x', title: expr('1') }),
      code: 'NODE_TYPE_UNSUPPORTED',
      pointer: '/type',
    },
    {
      name: 'a config that does not fit',
      step: node('state.set', { state: '' }),
      code: 'INVALID_CONFIG',
      pointer: '/config/state',
    },
    { name: 'no config', step: node('state.set'), code: 'INVALID_CONFIG', pointer: '/config/state' },
    {
      name: 'an unknown config member',
      step: node('state.set', { state: 'x', extra: 1 }),
      code: 'INVALID_CONFIG',
      pointer: '/config/extra',
    },
    {
      name: 'a wait without its duration',
      step: node('time.wait', { mode: 'duration' }),
      code: 'INVALID_CONFIG',
      pointer: '/config/durationMs',
    },
    {
      name: 'a filter without its list',
      step: node('event.wait', {
        eventName: 'TASK_CREATED',
        correlationKey: expr('1'),
        filters: [{ path: 'a', op: 'in', value: 'x' }],
      }),
      code: 'INVALID_CONFIG',
      pointer: '/config/filters/0/value',
    },
    {
      name: 'a call of nothing',
      step: node('action.call', { version: 1, inputMapping: {} }),
      code: 'INVALID_ACTION_CONFIG',
      pointer: '/config/actionId',
    },
    {
      name: 'an unknown action',
      step: call('s', 'tasks.crete', good),
      code: 'UNKNOWN_ACTION',
      pointer: '/config/actionId',
      suggestion: 'tasks.create',
    },
    {
      name: 'an unknown version',
      step: node('action.call', { actionId: 'tasks.create', version: 9 }),
      code: 'UNKNOWN_ACTION',
      pointer: '/config/actionId',
      suggestion: 'tasks.create@1',
    },
    {
      name: 'a required input that is not mapped',
      step: call('s', 'tasks.create', { from: { id: '1' } }),
      code: 'MISSING_REQUIRED_MAPPING',
      pointer: '/config/inputMapping',
    },
    {
      name: 'a required input inside that is not mapped',
      step: call('s', 'tasks.create', { title: 'T', from: {} }),
      code: 'MISSING_REQUIRED_MAPPING',
      pointer: '/config/inputMapping',
    },
    {
      name: 'an input that the action does not have',
      step: call('s', 'tasks.create', { ...good, titel: 'x' }),
      code: 'UNKNOWN_ACTION_INPUT',
      pointer: '/config/inputMapping',
      suggestion: 'title',
    },
    {
      name: 'a broken expression',
      step: call('s', 'tasks.create', { ...good, title: expr('payload.') }),
      code: 'INVALID_EXPR',
      pointer: '/config/inputMapping/title/$expr',
    },
    {
      name: 'a function that is not allowed',
      step: assign('s', { 'vars.x': '$eval("1")' }),
      code: 'INVALID_EXPR',
      pointer: '/config/assign/vars.x/$expr',
    },
    {
      name: 'an empty expression',
      step: assign('s', { 'vars.x': ' ' }),
      code: 'EMPTY_EXPRESSION',
      pointer: '/config/assign/vars.x/$expr',
    },
    {
      name: 'a secret, which nobody can have yet',
      step: call('s', 'tasks.create', { ...good, title: { $secret: 'API_KEY' } }),
      code: 'SECRET_NOT_FOUND',
      pointer: '/config/inputMapping/title/$secret',
    },
    {
      name: 'a badly named secret',
      step: call('s', 'tasks.create', { ...good, title: { $secret: 'api-key' } }),
      code: 'INVALID_SECRET_NAME',
      pointer: '/config/inputMapping/title/$secret',
    },
    {
      name: 'an unknown special key',
      step: call('s', 'tasks.create', { ...good, from: { id: { $expression: 'x' } } }),
      code: 'UNKNOWN_SPECIAL_KEY',
      pointer: '/config/inputMapping/from/id/$expression',
    },
    {
      name: 'a path that cannot be written',
      step: assign('s', { 'x.y': '1' }),
      code: 'INVALID_ASSIGN_PATH',
      pointer: '/config/assign/x.y',
    },
    {
      name: 'a forbidden saveAs',
      step: call('s', 'tasks.create', good, { saveAs: 'vars.__proto__.x' }),
      code: 'INVALID_ASSIGN_PATH',
      pointer: '/config/saveAs',
    },
    {
      name: 'a loop name with a dot',
      step: { id: 's', type: 'control.forEach', items: expr('[1]'), itemVar: 'a.b', body: [] } as Step,
      code: 'INVALID_ASSIGN_PATH',
      pointer: '/itemVar',
    },
    {
      name: 'a broken condition',
      step: { id: 's', type: 'control.if', condition: expr('a ='), then: [] } as Step,
      code: 'INVALID_EXPR',
      pointer: '/condition/$expr',
    },
    {
      name: 'a wait for an event without a key',
      step: node('event.wait', { eventName: 'CLOCK_TICKED', correlationKey: expr('1') }),
      code: 'EVENT_WAIT_UNCORRELATABLE',
      pointer: '/config/eventName',
    },
    {
      name: 'a wait for an unknown event',
      step: node('event.wait', { eventName: 'TASK_CREATE', correlationKey: expr('1') }),
      code: 'EVENT_WAIT_UNKNOWN_EVENT',
      pointer: '/config/eventName',
      suggestion: 'TASK_CREATED',
    },
    {
      name: 'a call of an unknown workflow',
      step: { id: 's', type: 'control.callWorkflow', workflowId: 'othr', workflowVersion: 1 } as Step,
      code: 'CALL_TARGET_UNKNOWN',
      pointer: '/workflowId',
      suggestion: 'other',
    },
    {
      name: 'a call of an unknown version',
      step: { id: 's', type: 'control.callWorkflow', workflowId: 'w-1', workflowVersion: 3 } as Step,
      code: 'CALL_TARGET_VERSION_UNKNOWN',
      pointer: '/workflowVersion',
    },
  ])('with $name is told as $code', ({ step, code, pointer, suggestion = null }) => {
    const inside: Step = { id: 'if', type: 'control.if', condition: expr('true'), then: [setState('first'), step] };

    expect(issuesOf([inside])).toEqual([
      expect.objectContaining({ code, pointer, stepPath: 'root.steps[0].then.steps[1]', stepId: 's', suggestion }),
    ]);
  });

  test('with an id that stands twice is told where it stands first', () => {
    const issues = issuesOf([
      setState('a'),
      { id: 'if', type: 'control.if', condition: expr('true'), then: [setState('a')] },
    ]);

    expect(issues).toMatchObject([
      {
        code: 'DUPLICATE_STEP_ID',
        stepPath: 'root.steps[1].then.steps[0]',
        params: { id: 'a', first: 'root.steps[0]' },
      },
    ]);
  });

  test('with several problems is told all of them, and a warning does not stop it', () => {
    const wrong = validate(definitionOf([setState('a'), assign('b', { x: 'y =', 'vars.ok': '' })]));
    const fine = validate(definitionOf([call('s', 'tasks.create', { ...good, note: { $foo: 1 } })]));

    expect(wrong.errors.map(({ code }) => code).toSorted()).toEqual([
      'EMPTY_EXPRESSION',
      'INVALID_ASSIGN_PATH',
      'INVALID_EXPR',
    ]);
    expect(fine).toMatchObject({ ok: true, warnings: [{ code: 'UNKNOWN_SPECIAL_KEY', severity: 'warning' }] });
  });
});

describe('a trigger', () => {
  const event = (rest: object = {}) => ({ type: 'event' as const, eventName: 'TASK_CREATED', ...rest });
  const mine = 'payload.Mine.v1';

  test.each([
    {
      name: 'a schedule',
      trigger: { type: 'schedule' as const, runAt: '2030-01-01T00:00:00Z' },
      ref: 'payload.Empty.v1',
      codes: ['TRIGGER_UNSUPPORTED'],
    },
    {
      name: 'a recurring schedule',
      trigger: { type: 'recurring' as const, cron: '0 6 * * *', timezone: 'UTC' },
      ref: 'payload.Empty.v1',
      codes: ['TRIGGER_UNSUPPORTED'],
    },
    {
      name: 'an unknown event',
      trigger: event({ eventName: 'TASK_CREATEDD' }),
      ref: 'payload.Empty.v1',
      codes: ['UNKNOWN_TRIGGER_EVENT'],
    },
    {
      name: 'an unknown source schema',
      trigger: event({ sourcePayloadSchemaRef: 'payload.Nope.v1', payloadMapping: { taskId: 'x' } }),
      ref: 'payload.TaskCreated.v1',
      codes: ['UNKNOWN_TRIGGER_SOURCE_SCHEMA_REF'],
    },
    { name: 'another contract and no mapping', trigger: event(), ref: mine, codes: ['TRIGGER_MAPPING_REQUIRED'] },
    {
      name: 'a mapping that reads the payload directly',
      trigger: event({ payloadMapping: { id: expr('payload.taskId'), name: 'x' } }),
      ref: mine,
      codes: ['TRIGGER_MAPPING_INVALID_ROOT'],
    },
    {
      name: 'a mapping that leaves out what the contract needs',
      trigger: event({ payloadMapping: { id: expr('event.payload.taskId') } }),
      ref: mine,
      codes: ['TRIGGER_MAPPING_MISSING_REQUIRED_FIELDS'],
    },
    {
      name: 'a broken mapping',
      trigger: event({ payloadMapping: { id: expr('event.'), name: { $secret: 'KEY' } } }),
      ref: mine,
      codes: ['INVALID_EXPR', 'SECRET_NOT_FOUND'],
    },
    {
      name: 'a good mapping',
      trigger: event({ payloadMapping: { 'id.deep': expr('event.payload.taskId'), name: expr("event.name & '!'") } }),
      ref: mine,
      codes: [],
    },
    { name: 'an unknown contract', trigger: undefined, ref: 'payload.Mime.v1', codes: ['UNKNOWN_PAYLOAD_SCHEMA_REF'] },
    { name: 'a blank contract', trigger: undefined, ref: ' ', codes: ['PAYLOAD_SCHEMA_REF_MISSING'] },
  ])('with $name gives $codes', ({ trigger, ref, codes }) => {
    const issues = issuesOf([], { payloadSchemaRef: ref, ...(trigger && { trigger }) } as Partial<WorkflowDefinition>);

    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  test('must be an event where the contract follows it', () => {
    const over = { payloadSchemaMode: 'inferred' as const };

    expect(issuesOf([], {}, over)).toMatchObject([{ code: 'PAYLOAD_SCHEMA_INFERENCE_UNSUPPORTED_TRIGGER' }]);
    expect(issuesOf([], { trigger: event() }, over)).toEqual([]);
  });
});

test('what is no definition is told by place and never throws', () => {
  expect(validate(null).errors).toMatchObject([{ code: 'INVALID_WORKFLOW_DEFINITION' }]);
  expect(validate({ ...definitionOf([]), extra: 1 }).errors).toMatchObject([
    { code: 'INVALID_WORKFLOW_DEFINITION', pointer: '/extra' },
  ]);
  expect(validate({ ...definitionOf([]), name: () => 1 }).errors).toMatchObject([
    { code: 'NON_SERIALIZABLE', pointer: '/name' },
  ]);
});

test.each([
  ['sett', ['set', 'get'], 'set'],
  ['abc', ['xyz'], null],
  ['TASK_CREATD', ['TASK_CREATED', 'TASK_CREATED_LATE'], 'TASK_CREATED'],
  ['store.sett', ['store.set', 'store.get'], 'store.set'],
  ['ab', ['cd'], null],
])('%s was meant as one of %s: %s', (written, known, meant) => {
  expect(suggest(written, known)).toBe(meant);
});
