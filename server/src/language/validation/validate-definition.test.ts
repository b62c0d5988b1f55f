import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { nodeTypeChecks } from '../nodes/catalogue.ts';
import type { ValidationContext } from './context.ts';
import { type ValidationCode, ValidationCodes } from './issue.ts';
import { validateDefinition } from './validate-definition.ts';

const context: ValidationContext = {
  actions: [
    {
      id: 'store.set',
      version: 1,
      inputSchema: {
        type: 'object',
        required: ['namespace', 'key', 'value'],
        additionalProperties: false,
        properties: {
          namespace: { type: 'string' },
          key: { type: 'string' },
          value: {},
          ttl_seconds: { type: 'integer' },
        },
      },
    },
    {
      id: 'links.upsert',
      version: 1,
      inputSchema: {
        type: 'object',
        required: ['from'],
        properties: {
          from: { type: 'object', required: ['type', 'id'], properties: { type: {}, id: {} } },
        },
      },
    },
  ],
  events: [
    { eventType: 'TASK_CREATED', payloadSchemaRef: 'payload.TaskCreated.v1', correlation: ['taskId'] },
    { eventType: 'CLOCK_TICKED', payloadSchemaRef: 'payload.Empty.v1', correlation: [] },
  ],
  payloadSchemas: {
    'payload.Empty.v1': { type: 'object', properties: {} },
    'payload.TaskCreated.v1': { type: 'object', required: ['taskId'], properties: { taskId: { type: 'string' } } },
    'payload.Order.v1': { type: 'object', required: ['id', 'customer'], properties: {} },
  },
  workflows: [{ workflowId: 'w-1', key: 'billing.dunning', versions: [1, 2] }],
  payloadSchemaMode: 'pinned',
};

const expr = (text: string) => ({ $expr: text });

function definition(steps: Json[], rest: JsonObject = {}): JsonObject {
  return { id: 'w', version: 1, name: 'Test', payloadSchemaRef: 'payload.Empty.v1', ...rest, steps };
}

const set = (inputMapping: JsonObject, rest: JsonObject = {}): JsonObject => ({
  id: 'a',
  type: 'action.call',
  config: { actionId: 'store.set', version: 1, inputMapping, ...rest },
});
const good = { namespace: 'n', key: 'k', value: 1 };
const assign = (path: string, text: string, id = 'a'): JsonObject => ({
  id,
  type: 'transform.assign',
  config: { assign: { [path]: expr(text) } },
});
const onTask = (rest: JsonObject = {}): JsonObject => ({
  trigger: { type: 'event', eventName: 'TASK_CREATED', ...rest },
  payloadSchemaRef: 'payload.TaskCreated.v1',
});

interface Row {
  name: string;
  given: unknown;
  code: ValidationCode;
  at: { stepPath: string; pointer?: string };
  suggestion?: string;
  params?: JsonObject;
  with?: Partial<ValidationContext>;
}

const first = { stepPath: 'root.steps[0]' };
const rows: Row[] = [
  {
    name: 'a member that the definition does not have',
    given: definition([], { folder: 'x' }),
    code: 'INVALID_WORKFLOW_DEFINITION',
    at: { stepPath: 'root', pointer: '/folder' },
  },
  {
    name: 'a name on a control step',
    given: definition([{ id: 'a', type: 'control.return', name: 'End' }]),
    code: 'INVALID_WORKFLOW_DEFINITION',
    at: { stepPath: 'root', pointer: '/steps/0/name' },
  },
  {
    name: 'a value that is no JSON',
    given: { ...definition([]), description: () => 'x' },
    code: 'NON_SERIALIZABLE',
    at: { stepPath: 'root', pointer: '/description' },
  },
  {
    name: 'an id that stands twice, also in a branch',
    given: definition([
      assign('vars.x', '1', 'twice'),
      { id: 'b', type: 'control.if', condition: expr('true'), then: [assign('vars.x', '1', 'twice')] },
    ]),
    code: 'DUPLICATE_STEP_ID',
    at: { stepPath: 'root.steps[1].then.steps[0]', pointer: '/id' },
    params: { id: 'twice', first: 'root.steps[0]' },
  },
  {
    name: 'a type that nobody knows',
    given: definition([{ id: 'a', type: 'transform.asign', config: {} }]),
    code: 'UNKNOWN_NODE_TYPE',
    at: first,
    suggestion: 'transform.assign',
  },
  {
    name: 'a type that cannot run yet',
    given: definition([{ id: 'a', type: 'human.task', config: { taskType: 't', title: expr("'x'") } }]),
    code: 'NODE_TYPE_UNSUPPORTED',
    at: first,
  },
  {
    name: 'a config that does not fit its type',
    given: definition([{ id: 'a', type: 'state.set', config: { state: '' } }]),
    code: 'INVALID_CONFIG',
    at: { ...first, pointer: '/config/state' },
  },
  {
    name: 'a step without the config that it needs',
    given: definition([{ id: 'a', type: 'state.set' }]),
    code: 'INVALID_CONFIG',
    at: { ...first, pointer: '/config/state' },
  },
  {
    name: 'a call without a version',
    given: definition([{ id: 'a', type: 'action.call', config: { actionId: 'store.set' } }]),
    code: 'INVALID_ACTION_CONFIG',
    at: { ...first, pointer: '/config/version' },
  },
  {
    name: 'an action that is not there',
    given: definition([set(good, { actionId: 'store.sett' })]),
    code: 'UNKNOWN_ACTION',
    at: first,
    suggestion: 'store.set',
  },
  {
    name: 'a version of an action that is not there',
    given: definition([set(good, { version: 7 })]),
    code: 'UNKNOWN_ACTION',
    at: first,
    suggestion: 'store.set@1',
  },
  {
    name: 'an input that is needed and not mapped',
    given: definition([set({ namespace: 'n', key: 'k' })]),
    code: 'MISSING_REQUIRED_MAPPING',
    at: { ...first, pointer: '/config/inputMapping' },
    params: { actionId: 'store.set', field: 'value' },
  },
  {
    name: 'an input that is needed inside a literal object',
    given: definition([
      {
        id: 'a',
        type: 'action.call',
        config: { actionId: 'links.upsert', version: 1, inputMapping: { from: { type: 't' } } },
      },
    ]),
    code: 'MISSING_REQUIRED_MAPPING',
    at: first,
    params: { actionId: 'links.upsert', field: 'from.id' },
  },
  {
    name: 'an input that the action does not have',
    given: definition([set({ ...good, ttl_second: 1 })]),
    code: 'UNKNOWN_ACTION_INPUT',
    at: first,
    suggestion: 'ttl_seconds',
  },
  {
    name: 'an expression that does not parse',
    given: definition([assign('vars.x', 'payload.(')]),
    code: 'INVALID_EXPR',
    at: { ...first, pointer: '/config/assign/vars.x/$expr' },
  },
  {
    name: 'a function that is not allowed',
    given: definition([assign('vars.x', '$eval("1")')]),
    code: 'INVALID_EXPR',
    at: first,
  },
  {
    name: 'an empty expression',
    given: definition([{ id: 'a', type: 'control.if', condition: expr('  '), then: [] }]),
    code: 'EMPTY_EXPRESSION',
    at: { ...first, pointer: '/condition/$expr' },
  },
  {
    name: 'a secret with a bad name',
    given: definition([set({ ...good, value: { $secret: 'lower' } })]),
    code: 'INVALID_SECRET_NAME',
    at: first,
  },
  {
    name: 'a secret that is not there',
    given: definition([set({ ...good, value: { $secret: 'API_TOKEN' } })]),
    code: 'SECRET_NOT_FOUND',
    at: { ...first, pointer: '/config/inputMapping/value/$secret' },
  },
  {
    name: 'a secret outside the input of an action',
    given: definition([
      {
        id: 'a',
        type: 'control.callWorkflow',
        workflowKey: 'billing.dunning',
        workflowVersion: 1,
        inputMapping: { token: { $secret: 'API_TOKEN' } },
      },
    ]),
    code: 'SECRET_NOT_ALLOWED',
    at: first,
  },
  {
    name: 'a special key that nobody knows',
    given: definition([set({ ...good, value: { $ref: 'x' } })]),
    code: 'UNKNOWN_SPECIAL_KEY',
    at: { ...first, pointer: '/config/inputMapping/value/$ref' },
  },
  {
    name: 'a path that nothing may be written to',
    given: definition([assign('local.x', '1')]),
    code: 'INVALID_ASSIGN_PATH',
    at: { ...first, pointer: '/config/assign/local.x' },
  },
  {
    name: 'a forbidden name in saveAs',
    given: definition([set(good, { saveAs: 'vars.__proto__.x' })]),
    code: 'INVALID_ASSIGN_PATH',
    at: { ...first, pointer: '/config/saveAs' },
  },
  {
    name: 'a loop name that is more than one name',
    given: definition([{ id: 'a', type: 'control.forEach', items: expr('[1]'), itemVar: 'a.b', body: [] }]),
    code: 'INVALID_ASSIGN_PATH',
    at: { ...first, pointer: '/itemVar' },
  },
  {
    name: 'a contract that is not registered',
    given: definition([], { payloadSchemaRef: 'payload.TaskCreate.v1' }),
    code: 'UNKNOWN_PAYLOAD_SCHEMA_REF',
    at: { stepPath: 'root', pointer: '/payloadSchemaRef' },
    suggestion: 'payload.TaskCreated.v1',
  },
  {
    name: 'a contract of blanks',
    given: definition([], { payloadSchemaRef: ' ' }),
    code: 'PAYLOAD_SCHEMA_REF_MISSING',
    at: { stepPath: 'root' },
  },
  {
    name: 'an inferred contract without an event',
    given: definition([]),
    code: 'PAYLOAD_SCHEMA_INFERENCE_UNSUPPORTED_TRIGGER',
    at: { stepPath: 'root' },
    with: { payloadSchemaMode: 'inferred' },
  },
  {
    name: 'a trigger event that nobody knows',
    given: definition([], onTask({ eventName: 'TASK_CREATE' })),
    code: 'UNKNOWN_TRIGGER_EVENT',
    at: { stepPath: 'trigger', pointer: '/eventName' },
    suggestion: 'TASK_CREATED',
  },
  {
    name: 'a source schema that is not registered',
    given: definition(
      [],
      onTask({ sourcePayloadSchemaRef: 'payload.Nope.v1', payloadMapping: { taskId: expr('event.payload.id') } }),
    ),
    code: 'UNKNOWN_TRIGGER_SOURCE_SCHEMA_REF',
    at: { stepPath: 'trigger' },
  },
  {
    name: 'another contract without a mapping',
    given: definition([], { ...onTask(), payloadSchemaRef: 'payload.Order.v1' }),
    code: 'TRIGGER_MAPPING_REQUIRED',
    at: { stepPath: 'trigger', pointer: '/payloadMapping' },
  },
  {
    name: 'a mapping that leaves a needed field out',
    given: definition([], {
      ...onTask({ payloadMapping: { 'customer.name': expr('event.payload.who') } }),
      payloadSchemaRef: 'payload.Order.v1',
    }),
    code: 'TRIGGER_MAPPING_MISSING_REQUIRED_FIELDS',
    at: { stepPath: 'trigger' },
    params: { fields: ['id'] },
  },
  {
    name: 'a mapping that reads anything but the event',
    given: definition([], onTask({ payloadMapping: { taskId: expr('payload.taskId') } })),
    code: 'TRIGGER_MAPPING_INVALID_ROOT',
    at: { stepPath: 'trigger', pointer: '/payloadMapping/taskId/$expr' },
    params: { root: 'payload', expression: 'payload.taskId' },
  },
  {
    name: 'a schedule, which is not built yet',
    given: definition([], { trigger: { type: 'recurring', cron: '0 6 * * *', timezone: 'Europe/Berlin' } }),
    code: 'TRIGGER_UNSUPPORTED',
    at: { stepPath: 'trigger', pointer: '/type' },
  },
  {
    name: 'a wait for an event that nobody knows',
    given: definition([
      { id: 'a', type: 'event.wait', config: { eventName: 'TASK_CREATES', correlationKey: expr("'k'") } },
    ]),
    code: 'EVENT_WAIT_UNKNOWN_EVENT',
    at: first,
    suggestion: 'TASK_CREATED',
  },
  {
    name: 'a wait for an event that never carries a key',
    given: definition([
      { id: 'a', type: 'event.wait', config: { eventName: 'CLOCK_TICKED', correlationKey: expr("'k'") } },
    ]),
    code: 'EVENT_WAIT_UNCORRELATABLE',
    at: first,
  },
  {
    name: 'a call of a workflow that is not there',
    given: definition([{ id: 'a', type: 'control.callWorkflow', workflowKey: 'billing.duning', workflowVersion: 1 }]),
    code: 'CALL_TARGET_UNKNOWN',
    at: { ...first, pointer: '/workflowKey' },
    suggestion: 'billing.dunning',
  },
  {
    name: 'a call of a version that is not published',
    given: definition([{ id: 'a', type: 'control.callWorkflow', workflowId: 'w-1', workflowVersion: 9 }]),
    code: 'CALL_TARGET_VERSION_UNKNOWN',
    at: { ...first, pointer: '/workflowVersion' },
  },
];

describe('what validation finds', () => {
  test.each(rows)('$name', ({ given, code, at, suggestion, params, with: special }) => {
    const { errors, warnings } = validateDefinition(given, { ...context, ...special }, nodeTypeChecks);

    const found = [...errors, ...warnings];
    expect(found.map((issue) => issue.code)).toEqual([code]);
    expect(found[0]).toMatchObject({
      severity: ValidationCodes[code],
      ...at,
      ...(params && { params }),
      suggestion: suggestion ?? null,
    });
  });

  test('every code has a definition that shows it', () => {
    expect(new Set(rows.map((row) => row.code))).toEqual(new Set(Object.keys(ValidationCodes)));
  });

  test('everything wrong is named at once, in reading order', () => {
    const { ok, errors } = validateDefinition(
      definition([assign('vars.x', ''), set({ namespace: 'n' })], onTask({ eventName: 'NOPE' })),
      context,
      nodeTypeChecks,
    );

    expect(ok).toBe(false);
    expect(errors.map((issue) => issue.code)).toEqual([
      'UNKNOWN_TRIGGER_EVENT',
      'DUPLICATE_STEP_ID',
      'EMPTY_EXPRESSION',
      'MISSING_REQUIRED_MAPPING',
      'MISSING_REQUIRED_MAPPING',
    ]);
  });

  test('a definition with every kind of step is fine', () => {
    const steps = [
      { id: 'state', type: 'state.set', config: { state: 'STARTED' } },
      set({ ...good, value: expr('payload.taskId') }, { saveAs: 'entry', idempotencyKey: expr('payload.taskId') }),
      {
        id: 'loop',
        type: 'control.forEach',
        items: expr('payload.items'),
        itemVar: 'item',
        concurrency: 4,
        body: [
          {
            id: 'try',
            type: 'control.tryCatch',
            try: [
              {
                id: 'if',
                type: 'control.if',
                condition: expr('item.ok == true'),
                then: [assign('vars.y', 'item.id', 'y')],
              },
            ],
            catch: [assign('vars.message', 'error.message', 'm')],
            captureErrorAs: 'caught',
          },
        ],
      },
      {
        id: 'wait',
        type: 'event.wait',
        config: { eventName: 'TASK_CREATED', correlationKey: expr('payload.taskId'), timeoutMs: 1000 },
      },
      { id: 'rest', type: 'time.wait', config: { mode: 'until', until: expr('payload.until') } },
      { id: 'call', type: 'control.callWorkflow', workflowKey: 'billing.dunning', workflowVersion: 2 },
      { id: 'end', type: 'control.return' },
    ];

    expect(validateDefinition(definition(steps, onTask()), context, nodeTypeChecks)).toEqual({
      ok: true,
      errors: [],
      warnings: [],
    });
  });
});
