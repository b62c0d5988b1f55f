import { expect, test } from 'vitest';
import type { RunChanges } from '../run-types.ts';
import { changeRows } from './change-rows.ts';

const origin = {
  actorId: null,
  actorType: 'user',
  source: 'run',
  runId: 'r',
  stepId: null,
  iterationKey: null,
  reason: null,
};
const at = '2026-03-01T09:00:00.000Z';
const entry = (over: Partial<RunChanges['store'][number]> = {}): RunChanges['store'][number] => ({
  ...origin,
  historyId: 'h',
  namespace: 'cursor',
  key: 'acme',
  operation: 'set',
  revision: 1,
  hadValue: false,
  hasValue: true,
  valueBefore: null,
  valueAfter: 7,
  valueType: 'number',
  expiresAt: null,
  stepPath: 'root.steps[2]',
  changedAt: at,
  ...over,
});
const link = (over: Partial<RunChanges['links'][number]> = {}): RunChanges['links'][number] => ({
  ...origin,
  historyId: 'l',
  linkId: 'link',
  namespace: 'mirror',
  operation: 'upsert',
  from: { type: 'project_task', id: 'a' },
  to: { type: 'ticket', id: 'b' },
  fromName: { name: 'Order desks', projectId: 'p', projectName: 'Move' },
  toName: null,
  relation: 'mirrors',
  attributesBefore: null,
  attributesAfter: {},
  stepPath: 'root.steps[1]',
  changedAt: at,
  ...over,
});
const record = (over: Partial<RunChanges['records'][number]> = {}): RunChanges['records'][number] => ({
  ...origin,
  changeId: 'c',
  recordType: 'project_task',
  recordId: 'a',
  operation: 'update',
  name: 'Order desks',
  projectId: 'p',
  exists: true,
  fields: [{ field: 'dueDate', before: null, after: '2026-04-01' }],
  stepPath: 'root.steps[0]',
  changedAt: at,
  ...over,
});
const rowsOf = (changes: Partial<RunChanges>) =>
  changeRows({ store: [], links: [], records: [], isCut: false, ...changes }, (path) => Number(/\d+/.exec(path)?.[0]));

test('what one transaction changed stands in the order of its steps, later moments after it', () => {
  const rows = rowsOf({
    store: [entry(), entry({ historyId: 'later', stepPath: 'root.steps[0]', changedAt: '2026-03-01T09:00:01.000Z' })],
    links: [link()],
    records: [record()],
  });

  expect(rows.map((row) => row.id)).toEqual(['c', 'l', 'h', 'later']);
});

test('a stored null is a value, and nothing is none', () => {
  const [row] = rowsOf({ store: [entry({ valueAfter: null })] });

  expect(row).toMatchObject({ kind: 'entrySet', differences: [{ before: null, after: 'null' }] });
});

test('a link that was there before is changed, not added, and its ends have names where there are any', () => {
  const [added, changed, gone] = rowsOf({
    links: [
      link(),
      link({ attributesBefore: { a: 1 }, attributesAfter: { a: 2 } }),
      link({ operation: 'delete', attributesBefore: { a: 1 }, attributesAfter: null }),
    ],
  });

  expect([added?.kind, changed?.kind, gone?.kind]).toEqual(['linkAdded', 'linkChanged', 'linkDeleted']);
  expect(added?.thing).toMatchObject({ from: { name: 'Order desks', projectId: 'p' }, to: { name: null } });
});

test('a record tells each member that changed, texts without quotes', () => {
  const [row] = rowsOf({ records: [record()] });

  expect(row).toMatchObject({
    kind: 'taskChanged',
    differences: [{ field: 'dueDate', before: null, after: '2026-04-01' }],
  });
});
