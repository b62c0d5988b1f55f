import type { RunChanges } from '../run-types.ts';
import type { RecordNames } from './outcome-of.ts';

/** Names of the records that the run linked or changed. */
export function recordNames(changes: RunChanges | undefined): RecordNames {
  const names = new Map<string, string>();
  if (changes === undefined) return names;
  for (const { from, to, fromName, toName } of changes.links) {
    if (fromName !== null) names.set(`${from.type} ${from.id}`, fromName.name);
    if (toName !== null) names.set(`${to.type} ${to.id}`, toName.name);
  }
  for (const { recordType, recordId, name } of changes.records) {
    if (name !== null) names.set(`${recordType} ${recordId}`, name);
  }
  return names;
}
