import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';

/** The portable name of a workflow: what bundles, callWorkflow and the CLI say. */
export const WORKFLOW_KEY_PATTERN = /^[a-z0-9][a-z0-9._-]*$/;
export const MAX_WORKFLOW_KEY_LENGTH = 256;

const MAX_SLUG_LENGTH = 200;
const COMBINING_MARKS = /\p{Mark}+/gu;

/** A key made of a name: `Ticket überfällig!` → `ticket-uberfallig`; `workflow` where nothing usable is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/[-._]+$/, '');
  return slug === '' ? 'workflow' : slug;
}

/**
 * The first of `slug`, `slug-2`, `slug-3` … that no workflow has.
 * Two creators may be told the same key; the unique key on (tenant, key) lets one of them win and the other asks again.
 */
export async function findFreeKey(tx: Tx, slug: string): Promise<string> {
  const { rows } = await tx.query<{ key: string }>({
    name: 'authoring.keys_like',
    text: 'SELECT key FROM workflow_definitions WHERE tenant = $1 AND (key = $2 OR starts_with(key, $3))',
    values: [tx.tenant, slug, `${slug}-`],
  });
  const taken = new Set(rows.map((row) => row.key));
  if (!taken.has(slug)) return slug;
  for (let suffix = 2; suffix <= taken.size + 2; suffix += 1) {
    const candidate = `${slug}-${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
  throw appError('INVARIANT_BROKEN', { invariant: 'among n + 1 candidates one is not in a set of n' });
}
