import type { RunChanges } from '../run-types.ts';

export interface ChangeRow {
  id: string;
  kind: 'entrySet' | 'entryDeleted' | 'linkAdded' | 'linkDeleted';
  where: string;
  /** Short JSON; null = there was or is nothing. */
  before: string | null;
  after: string | null;
  stepPath: string | null;
  iterationKey: string;
  changedAt: string;
}

const SHOWN_CHARACTERS = 120;

/** Changes of entries and links in one list, oldest first. */
export function changeRows(changes: RunChanges): ChangeRow[] {
  const store = changes.store.map(
    (change): ChangeRow => ({
      id: change.historyId,
      kind: change.hasValue ? 'entrySet' : 'entryDeleted',
      where: `${change.namespace} / ${change.key}`,
      before: change.hadValue ? short(change.valueBefore) : null,
      after: change.hasValue ? short(change.valueAfter) : null,
      stepPath: change.stepPath,
      iterationKey: change.iterationKey ?? '',
      changedAt: change.changedAt,
    }),
  );
  const links = changes.links.map(
    (change): ChangeRow => ({
      id: change.historyId,
      kind: change.operation === 'delete' ? 'linkDeleted' : 'linkAdded',
      where: `${change.from.type} ${change.from.id} → ${change.to.type} ${change.to.id}`,
      before: change.attributesBefore === null ? null : `${change.relation} ${short(change.attributesBefore)}`,
      after: change.attributesAfter === null ? null : `${change.relation} ${short(change.attributesAfter)}`,
      stepPath: change.stepPath,
      iterationKey: change.iterationKey ?? '',
      changedAt: change.changedAt,
    }),
  );
  return [...store, ...links].toSorted((left, right) => left.changedAt.localeCompare(right.changedAt));
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
