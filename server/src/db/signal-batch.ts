import type { Signal, SignalKind } from '../kernel/signals.ts';

/** PostgreSQL refuses notifications of 8000 bytes and more. */
export const MAX_NOTIFICATION_BYTES = 7_999;

const ALL_KINDS = [
  'run',
  'work',
  'outbox',
  'event',
  'store',
  'links',
  'records',
  'workflows',
] as const satisfies readonly SignalKind[];

/** kind → tenant → ids: a kind and a tenant are said once, however many ids there are. */
type Grouped = Partial<Record<SignalKind, Record<string, string[]>>>;

interface Notification {
  /** The sender, who has heard its own signals already. */
  from: string;
  signals: Grouped;
}

/** Says "look at everything": signals were lost or too many. */
export const generalWake: readonly Signal[] = ALL_KINDS.map((kind) => ({ kind, tenant: '', id: '' }));

/** The text of one notification. What does not fit is said more generally: first without ids, then without tenants. */
export function encodeSignals(from: string, signals: readonly Signal[]): string {
  const withoutIds = signals.map((signal) => ({ ...signal, id: '' }));
  for (const candidate of [signals, withoutIds, generalWake]) {
    const text = JSON.stringify({ from, signals: group(candidate) } satisfies Notification);
    if (Buffer.byteLength(text) <= MAX_NOTIFICATION_BYTES) return text;
  }
  throw new RangeError('a general wake fits always');
}

/** Undefined for a text that is none of ours. */
export function decodeSignals(text: string): { from: string; signals: Signal[] } | undefined {
  try {
    const { from, signals } = JSON.parse(text) as Notification;
    return { from, signals: ungroup(signals) };
  } catch {
    return undefined;
  }
}

function group(signals: readonly Signal[]): Grouped {
  const grouped: Grouped = {};
  for (const { kind, tenant, id } of signals) {
    const tenants = grouped[kind] ?? {};
    const ids = tenants[tenant] ?? [];
    if (!ids.includes(id)) ids.push(id);
    tenants[tenant] = ids;
    grouped[kind] = tenants;
  }
  return grouped;
}

function ungroup(grouped: Grouped): Signal[] {
  return ALL_KINDS.flatMap((kind) =>
    Object.entries(grouped[kind] ?? {}).flatMap(([tenant, ids]) => ids.map((id): Signal => ({ kind, tenant, id }))),
  );
}
