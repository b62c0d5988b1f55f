import { formatPath, type Path } from './paths.ts';
import type { Doubt, Variable } from './scope.ts';

/** What steps have written so far, by the path that reads it. */
export type Written = ReadonlyMap<string, Variable>;

export const nothingWritten: Written = new Map();

/** Writing a value makes everything void that was known of its inside. */
export function withVariable(written: Written, variable: Variable): Written {
  const key = formatPath(variable.path);
  const kept = [...written].filter(([, other]) => !isInside(other.path, variable.path));
  return new Map([...kept, [key, variable]]);
}

export function withoutVariable(written: Written, path: Path): Written {
  return new Map([...written].filter(([, other]) => !isInside(other.path, path)));
}

function isInside(path: Path, outer: Path): boolean {
  return outer.every((segment, at) => path[at] === segment);
}

/** One way that a block can take, and the words for "only on this way". */
export interface Way {
  readonly written: Written;
  readonly doubt: Doubt;
}

/** What is there after a block, whichever way was taken. What not every way writes is there in doubt. */
export function joined(ways: readonly Way[]): Written {
  const keys = new Set(ways.flatMap(({ written }) => [...written.keys()]));
  const entries = [...keys].map((key) => [key, joinOne(key, ways)] as const);
  return new Map(entries);
}

function joinOne(key: string, ways: readonly Way[]): Variable {
  const having = ways.filter(({ written }) => written.has(key));
  const found = having.map(({ written }) => written.get(key) as Variable);
  const last = found.at(-1) as Variable;
  // Nothing wrote it anew: it is the same as before.
  if (having.length === ways.length && found.every((variable) => variable === last)) return last;
  const schemas = [...new Set(found.map(({ schema }) => schema))];
  const schema = schemas.includes(null) ? null : schemas.length === 1 ? last.schema : { anyOf: schemas as never };
  const inDoubt = found.find(({ doubt }) => doubt !== null)?.doubt ?? null;
  const doubt = having.length < ways.length ? (inDoubt ?? (having[0] as Way).doubt) : inDoubt;
  return { ...last, schema, doubt };
}

/** The same, each in doubt: a way that may end anywhere. */
export function inDoubt(written: Written, before: Written, doubt: Doubt): Written {
  return new Map(
    [...written].map(([key, variable]) => {
      const isNew = before.get(key) !== variable;
      return [key, isNew && variable.doubt === null ? { ...variable, doubt } : variable] as const;
    }),
  );
}
