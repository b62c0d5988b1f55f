import type { Scope, Variable } from '../../scope/scope.ts';

/** The scope with one more value, there on every way. */
export function withVariable(scope: Scope, path: readonly string[], schema: Variable['schema']): Scope {
  const isOther = (variable: Variable) => variable.path.join('.') !== path.join('.');
  const variable: Variable = { kind: 'steps', path, schema, madeBy: null, doubt: null };
  return { variables: [...scope.variables.filter(isOther), variable] };
}
