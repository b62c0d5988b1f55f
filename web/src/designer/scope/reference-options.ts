import { Compatibilities, type Compatibility, compatibility } from './compatibility.ts';
import { formatPath, type Path, parsePath } from './paths.ts';
import { isList, readAt, readableMembers, type Schema } from './schema-reading.ts';
import { resolve, type Scope, type ScopeKind, ScopeKinds, type Variable } from './scope.ts';

/** A value that a reference may name. */
export interface ReferenceOption {
  /** The expression. */
  readonly path: string;
  readonly variable: Variable;
  /** Below the variable. */
  readonly rest: Path;
  readonly schema: Schema | null;
  readonly fit: Compatibility;
  /** It has fields of its own. */
  readonly opens: boolean;
}

export interface SourceGroup {
  readonly kind: ScopeKind;
  readonly options: readonly ReferenceOption[];
}

const DEEPEST = 5;
const MOST_FOUND = 60;

function optionOf(variable: Variable, rest: Path, expects: Schema | null): ReferenceOption {
  const { schema } = readAt(variable.schema, rest);
  return {
    path: formatPath([...variable.path, ...rest]),
    variable,
    rest,
    schema,
    fit: compatibility(schema, expects),
    opens: readableMembers(schema).length > 0,
  };
}

/** The first stage: every source, by kind. */
export function sourceGroups(scope: Scope, expects: Schema | null): SourceGroup[] {
  return ScopeKinds.map((kind) => ({
    kind,
    options: scope.variables.filter((one) => one.kind === kind).map((one) => optionOf(one, [], expects)),
  })).filter(({ options }) => options.length > 0);
}

/** The next stage: what is inside a value. null = there is no such value. */
export function insideOf(
  scope: Scope,
  path: string,
  expects: Schema | null,
): { whole: ReferenceOption; fields: ReferenceOption[] } | null {
  const found = resolve(scope, parsePath(path) ?? []);
  if (found === null || found.variable === null) return null;
  const { variable, rest, schema } = found;
  const fields = readableMembers(schema).map(({ name }) => optionOf(variable, [...rest, name], expects));
  return { whole: optionOf(variable, rest, expects), fields: byFit(fields) };
}

/** What fits better stands first, then what is there on every way; what is alike stays as it was. */
export function byFit(options: readonly ReferenceOption[]): ReferenceOption[] {
  const rank = ({ fit, variable }: ReferenceOption) =>
    Compatibilities.indexOf(fit) * 2 + (variable.doubt === null ? 0 : 1);
  return options.toSorted((one, other) => rank(one) - rank(other));
}

/** Does not fit, and has nothing inside that might. */
export function isOutOfPlace({ fit, opens }: ReferenceOption): boolean {
  return fit === 'incompatible' && !opens;
}

/** Values whose path, or whose name in words, holds every word that is typed; the best fit first. */
export function searchOptions(
  scope: Scope,
  typed: string,
  expects: Schema | null,
  textOf: (option: ReferenceOption) => string,
): ReferenceOption[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: ReferenceOption[] = [];
  for (const variable of scope.variables) {
    for (const option of everythingIn(variable, [], expects)) {
      const text = `${option.path} ${textOf(option)}`.toLowerCase();
      if (words.every((word) => text.includes(word))) found.push(option);
    }
  }
  return byFit(found).slice(0, MOST_FOUND);
}

function* everythingIn(variable: Variable, rest: Path, expects: Schema | null): Generator<ReferenceOption> {
  const option = optionOf(variable, rest, expects);
  yield option;
  if (rest.length >= DEEPEST) return;
  for (const { name } of readableMembers(option.schema)) yield* everythingIn(variable, [...rest, name], expects);
}

/** A path that is typed and leads somewhere that nobody knows the inside of. */
export function typedPath(scope: Scope, typed: string): string | null {
  const path = parsePath(typed);
  if (path === null) return null;
  const found = resolve(scope, path);
  return found !== null && found.variable !== null && found.known === 'open' && found.rest.length > 0
    ? formatPath(path)
    : null;
}

/** The name of a field below its source: lists as `name[]`. */
export function fieldName({ variable, rest, schema }: ReferenceOption): string {
  const last = rest.at(-1) ?? variable.path.at(-1) ?? '';
  return `${String(last)}${isList(schema) ? '[]' : ''}`;
}
