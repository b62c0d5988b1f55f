import { expect, test } from 'vitest';
import { fromDefinition } from '../model/definition.ts';
import { toDesignIssues } from './to-design-issues.ts';

const document = fromDefinition({
  id: 'w',
  version: 1,
  name: 'w',
  payloadSchemaRef: 'payload.Empty.v1',
  steps: [
    { id: 'twice', type: 'control.if', condition: { $expr: 'true' }, then: [{ id: 'twice', type: 'control.return' }] },
  ],
});

const finding = (stepPath: string, pointer: string, severity: 'error' | 'warning' = 'error') => ({
  severity,
  code: 'INVALID_EXPR',
  stepPath,
  stepId: null,
  pointer,
  params: {},
  suggestion: null,
});

test.each([
  { name: 'of a step', at: finding('root.steps[0]', '/condition'), expected: { kind: 'step', key: 'twice' } },
  {
    name: 'of the second step with the same id',
    at: finding('root.steps[0].then.steps[0]', ''),
    expected: { kind: 'step', key: 'twice~2' },
  },
  { name: 'of the trigger', at: finding('trigger', '/eventName'), expected: { kind: 'trigger' } },
  { name: 'of the input', at: finding('root', '/payloadSchemaRef'), expected: { kind: 'trigger' } },
  { name: 'of the workflow', at: finding('root', '/name'), expected: { kind: 'workflow' } },
])('a finding $name stands where its field is', ({ at, expected }) => {
  expect(toDesignIssues(document, { errors: [at], warnings: [] })[0]?.at).toEqual(expected);
});

test('errors come before warnings', () => {
  const found = toDesignIssues(document, {
    errors: [finding('trigger', '/a')],
    warnings: [finding('trigger', '/b', 'warning')],
  });

  expect(found.map((issue) => issue.pointer)).toEqual(['/a', '/b']);
});

test('a missing input is found at its own field, so that the problem leads there', () => {
  const missing = {
    ...finding('root.steps[0]', '/config/inputMapping'),
    code: 'MISSING_REQUIRED_MAPPING',
    params: { actionId: 'links.upsert', field: 'from.id' },
  };

  expect(toDesignIssues(document, { errors: [missing], warnings: [] })[0]?.pointer).toBe(
    '/config/inputMapping/from/id',
  );
});
