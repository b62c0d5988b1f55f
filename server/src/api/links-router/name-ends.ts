import type { Tx } from '../../db/tx.ts';
import { can } from '../../kernel/permissions.ts';
import { nameRecords, type RecordName, recordKey } from '../../records/name-records.ts';
import type { RecordRef } from '../../registry/ports.ts';
import type { Principal } from '../context.ts';

type Ends = { from: RecordRef; to: RecordRef };
type Named<Link> = Link & { fromName: RecordName | null; toName: RecordName | null };

/** Puts names to both ends of links; who may not read records sees ids. */
export async function nameEnds<Link extends Ends>(
  tx: Tx,
  principal: Principal,
  links: readonly Link[],
): Promise<Named<Link>[]> {
  const refs = can(principal.role, 'project:read') ? links.flatMap(({ from, to }) => [from, to]) : [];
  const names = await nameRecords(tx, refs);
  const nameOf = (ref: RecordRef) => names.get(recordKey(ref)) ?? null;
  return links.map((link) => ({ ...link, fromName: nameOf(link.from), toName: nameOf(link.to) }));
}
