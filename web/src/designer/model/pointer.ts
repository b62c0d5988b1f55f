import type { Json, JsonObject } from '@penstock/server/language';

/** Member names of a JSON pointer; null = not one, or the whole value. */
export function parsePointer(pointer: string): string[] | null {
  if (!pointer.startsWith('/')) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value at an address; undefined when nothing is there. */
export function valueAt(value: Json | undefined, segments: readonly string[]): Json | undefined {
  let found = value;
  for (const segment of segments) {
    if (typeof found !== 'object' || found === null) return undefined;
    if (Array.isArray(found)) found = found[Number(segment)];
    else found = Object.hasOwn(found, segment) ? found[segment] : undefined;
  }
  return found;
}

/** A copy with one value set, or taken away (undefined). Objects that are missing on the way are made; `-` is the end of a list. */
export function withValueAt(
  value: Json | undefined,
  segments: readonly string[],
  next: Json | undefined,
): Json | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) return next;
  if (Array.isArray(value) || (segment === '-' && value === undefined)) {
    return listWith(Array.isArray(value) ? value : [], segment, rest, next);
  }
  const members: JsonObject = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  const before = Object.hasOwn(members, segment) ? members[segment] : undefined;
  const after = withValueAt(before, rest, next);
  // Member by member and not by assignment: a member may be called __proto__.
  const kept = Object.entries(members);
  if (after === undefined) return Object.fromEntries(kept.filter(([name]) => name !== segment));
  if (!Object.hasOwn(members, segment)) return Object.fromEntries([...kept, [segment, after]]);
  return Object.fromEntries(kept.map(([name, member]) => [name, name === segment ? after : member]));
}

function listWith(list: readonly Json[], segment: string, rest: readonly string[], next: Json | undefined): Json[] {
  const index = segment === '-' ? list.length : Number(segment);
  if (!Number.isInteger(index) || index < 0 || index > list.length) return [...list];
  const after = withValueAt(list[index], rest, next);
  return after === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, after);
}
