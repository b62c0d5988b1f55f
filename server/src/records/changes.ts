import type { Json } from '../kernel/json.ts';

export type Changes = Record<string, { previous: Json; new: Json }>;

/** What a patch really changes: members that are given and differ from what is there. Empty = nothing to do, nothing to tell. */
export function changesOf<Fields extends Record<string, Json>>(
  current: Fields,
  patch: { [Name in keyof Fields]?: Fields[Name] | undefined },
): Changes {
  const changes: Changes = {};
  for (const name of Object.keys(current)) {
    const next = patch[name];
    const previous = current[name];
    if (next === undefined || previous === undefined || next === previous) continue;
    changes[name] = { previous, new: next };
  }
  return changes;
}
