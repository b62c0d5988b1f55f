import type { RunChanges } from '../run-types.ts';

export type ChangeKind =
  | 'entrySet'
  | 'entryDeleted'
  | 'linkAdded'
  | 'linkChanged'
  | 'linkDeleted'
  | 'taskCreated'
  | 'taskChanged'
  | 'taskDeleted'
  | 'projectCreated'
  | 'projectChanged'
  | 'projectDeleted';

/** A record by type and id, with the name that people know it by, where there is one. */
export interface RecordEnd {
  type: string;
  id: string;
  name: string | null;
  projectId: string | null;
}

/** What was changed. */
export type ChangedThing =
  | { is: 'entry'; namespace: string; key: string }
  | { is: 'link'; namespace: string; linkId: string; relation: string; from: RecordEnd; to: RecordEnd }
  | { is: 'record'; record: RecordEnd; exists: boolean };

/** Before and after of one member; short JSON or text, null = there was or is nothing. */
export interface Difference {
  field: string | null;
  before: string | null;
  after: string | null;
}

export interface ChangeRow {
  id: string;
  kind: ChangeKind;
  thing: ChangedThing;
  differences: Difference[];
  stepPath: string | null;
  iterationKey: string;
  changedAt: string;
}

/** Place of a step in the order of the run; what one transaction changed has one time. */
export type OrderOf = (stepPath: string, iterationKey: string) => number;

/** Changes of entries, links and records in one list, in the order in which the run made them. */
export function changeRows(changes: RunChanges, orderOf: OrderOf): ChangeRow[] {
  const rows = [...changes.store.map(entryRow), ...changes.links.map(linkRow), ...changes.records.map(recordRow)];
  return rows
    .map((row) => ({ row, order: row.stepPath === null ? 0 : orderOf(row.stepPath, row.iterationKey) }))
    .toSorted((left, right) => left.row.changedAt.localeCompare(right.row.changedAt) || left.order - right.order)
    .map(({ row }) => row);
}

function entryRow(change: RunChanges['store'][number]): ChangeRow {
  return {
    id: change.historyId,
    kind: change.hasValue ? 'entrySet' : 'entryDeleted',
    thing: { is: 'entry', namespace: change.namespace, key: change.key },
    differences: [
      {
        field: null,
        before: change.hadValue ? short(change.valueBefore) : null,
        after: change.hasValue ? short(change.valueAfter) : null,
      },
    ],
    ...originOf(change),
  };
}

function linkRow(change: RunChanges['links'][number]): ChangeRow {
  const { attributesBefore, attributesAfter } = change;
  const end = (ref: { type: string; id: string }, named: { name: string; projectId: string } | null): RecordEnd => ({
    ...ref,
    name: named?.name ?? null,
    projectId: named?.projectId ?? null,
  });
  return {
    id: change.historyId,
    kind: linkKind(change),
    thing: {
      is: 'link',
      namespace: change.namespace,
      linkId: change.linkId,
      relation: change.relation,
      from: end(change.from, change.fromName),
      to: end(change.to, change.toName),
    },
    differences: [{ field: null, before: attributes(attributesBefore), after: attributes(attributesAfter) }],
    ...originOf(change),
  };
}

function linkKind({ operation, attributesBefore }: RunChanges['links'][number]): ChangeKind {
  if (operation === 'delete') return 'linkDeleted';
  return attributesBefore === null ? 'linkAdded' : 'linkChanged';
}

const recordKinds = {
  project_task: { create: 'taskCreated', update: 'taskChanged', delete: 'taskDeleted' },
  project: { create: 'projectCreated', update: 'projectChanged', delete: 'projectDeleted' },
} as const;

function recordRow(change: RunChanges['records'][number]): ChangeRow {
  return {
    id: change.changeId,
    kind: recordKinds[change.recordType][change.operation],
    thing: {
      is: 'record',
      record: { type: change.recordType, id: change.recordId, name: change.name, projectId: change.projectId },
      exists: change.exists,
    },
    differences: change.fields.map(({ field, before, after }) => ({
      field,
      before: plain(before),
      after: plain(after),
    })),
    ...originOf(change),
  };
}

function originOf(change: { stepPath: string | null; iterationKey: string | null; changedAt: string }) {
  return { stepPath: change.stepPath, iterationKey: change.iterationKey ?? '', changedAt: change.changedAt };
}

const SHOWN_CHARACTERS = 120;

function short(value: unknown): string {
  return cut(JSON.stringify(value) ?? 'null');
}

/** Members of a record are texts: quotes would only be noise. */
function plain(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'string' ? cut(value) : short(value);
}

/** A link without attributes has nothing to show but that it is there. */
function attributes(value: Record<string, unknown> | null): string | null {
  return value === null || Object.keys(value).length === 0 ? null : short(value);
}

function cut(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
