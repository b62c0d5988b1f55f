import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import type { Changes } from './changes.ts';

export type RecordType = 'project' | 'project_task';
export type RecordOperation = 'create' | 'update' | 'delete';

export interface RecordAudit {
  type: RecordType;
  id: string;
  operation: RecordOperation;
  /** What people call the record: it is still asked for when the record is gone. */
  name: string;
  projectId: string;
  /** Of an update. */
  changes?: Changes;
}

const LONGEST_TEXT = 200;

/** Notes what happened to a record, and in which pass of a loop: one step may change many. */
export async function auditRecord(tx: Tx, writer: Writer, record: RecordAudit): Promise<void> {
  const { type, id, operation, name, projectId, changes } = record;
  const details: JsonObject = { name, projectId };
  if (changes !== undefined) {
    details.changedFields = Object.keys(changes);
    details.changes = shortened(changes);
  }
  if (writer.run !== undefined && writer.run.iterationKey !== '') details.iterationKey = writer.run.iterationKey;
  await writeAudit(tx, writer, { recordType: type, recordId: id, operation: `${type}_${operation}`, details });
}

/** The log is for people: the front of a long text says which one it was. */
function shortened(changes: Changes): JsonObject {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      { previous: short(change.previous), new: short(change.new) },
    ]),
  );
}

function short(value: Json): Json {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return `${value.slice(0, LONGEST_TEXT).toWellFormed()}…`;
}
