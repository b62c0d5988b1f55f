import { type AstNode, callNode, plainNames } from './ast.ts';
import { boundedName, isBounded } from './bounded-functions.ts';
import { expressionFunctions } from './function-table.ts';

/**
 * Changes a checked tree so that it stays within bounds and keeps lists where lists are wanted:
 * our own versions of functions in place of jsonata's, `&` as a function with a limit, and `len` seeing a list of one as a list.
 */
export function prepare(root: AstNode): void {
  forEachNode(root, (node) => {
    if (node.type === 'binary' && node.value === '&') return becomeConcat(node);
    if (node.group !== undefined) return becomeGroupOfCopy(node);
    if (node.type === 'path' && node.keepSingletonArray) return becomeKept(node);
    if (node.type !== 'function') {
      // Left is only the name of a function where a function is wanted.
      if (node.type === 'variable' && isBounded(String(node.value))) node.value = boundedName(String(node.value));
      return;
    }
    if (node.procedure?.value === 'len') node.arguments = (node.arguments ?? []).map(keepList);
  });
}

function becomeConcat(node: AstNode): void {
  const { lhs, rhs, ...rest } = node;
  replaceNode(node, { ...rest, ...callNode(boundedName('concat'), [lhs as AstNode, rhs as AstNode], node.position) });
}

/** jsonata puts a placeholder into an empty list that it groups: it gets a copy and not the run's own data. */
function becomeGroupOfCopy(node: AstNode): void {
  const { group, keepSingletonArray: _, ...list } = node;
  const isTupleStream = list.steps?.some((step) => step.tuple) ?? false;
  if (group === undefined || isTupleStream || list.procedure?.value === boundedName('copy')) return;
  replaceNode(node, { ...callNode(boundedName('copy'), [list], list.position), group });
}

/**
 * `path[]` without jsonata's flag: jsonata would set it on the list that it found, which is the run's own data.
 * Paths whose parents are read again (`%`) are left alone; their lists are made on the way.
 */
function becomeKept(node: AstNode): void {
  if (node.tuple) return;
  const { keepSingletonArray: _, ...path } = node;
  replaceNode(node, callNode(boundedName('keep'), [path], path.steps?.[0]?.position));
}

/** The evaluator and other nodes hold on to the object, so it is changed and not replaced. */
export function replaceNode(target: AstNode, source: AstNode): void {
  for (const key of Object.keys(target)) delete target[key as keyof AstNode];
  Object.assign(target, source);
}

/** The node, changed so that a selection of one member stays a list of one. */
export function keepList(node: AstNode): AstNode {
  const names = plainNames(node);
  if (names !== null) return names.length === 1 ? node : keepMembers(node, names);
  switch (node.type) {
    case 'path':
      if (selects(node)) node.keepSingletonArray = true;
      break;
    case 'function':
      if (node.procedure?.value === 'coalesce') node.arguments = (node.arguments ?? []).map(keepList);
      else if (makesList(node)) node.keepArray = true;
      break;
    case 'apply':
      if (node.rhs !== undefined && makesList(node.rhs)) node.keepArray = true;
      break;
    case 'condition':
      if (node.then) node.then = keepList(node.then);
      if (node.else) node.else = keepList(node.else);
      break;
    case 'block': {
      const last = node.expressions?.pop();
      if (last !== undefined) node.expressions?.push(keepList(last));
      break;
    }
  }
  return node;
}

/** Does the node choose members of a list? Then none chosen is an empty list. */
export function selectsMembers(node: AstNode): boolean {
  return (node.type === 'path' && selects(node)) || (node.type === 'function' && makesList(node));
}

/** Whether `a.b.c` walked through a list shows only when it is evaluated: one of `a`, `a.b` is a list then. */
function keepMembers(node: AstNode, names: readonly string[]): AstNode {
  const prefixes = names.slice(1).map((_, index) => pathNode(names.slice(0, index + 1)));
  return callNode(boundedName('members'), [node, ...prefixes], node.steps?.[0]?.position);
}

function pathNode(names: readonly string[]): AstNode {
  return { type: 'path', steps: names.map((value) => ({ type: 'name', value })) };
}

/** A filter, a wildcard, a grouping or a computed step; a fixed position chooses one member and is none of these. */
function selects(path: AstNode): boolean {
  return (path.steps ?? []).some(
    (step) =>
      (step.stages ?? step.predicate ?? []).some((stage) => stage.type === 'filter' && stage.expr?.type !== 'number') ||
      ['wildcard', 'descendant', 'sort'].includes(step.type),
  );
}

function makesList(node: AstNode): boolean {
  const { procedure } = node;
  return expressionFunctions.get(String(procedure?.value ?? node.value))?.returns === 'list';
}

function forEachNode(node: AstNode, change: (node: AstNode) => void): void {
  change(node);
  for (const child of childrenOf(node)) forEachNode(child, change);
}

function childrenOf(node: AstNode): AstNode[] {
  const stages = [...(node.predicate ?? []), ...(node.stages ?? [])].flatMap((stage) =>
    stage.expr ? [stage.expr] : [],
  );
  const pairs = [...(Array.isArray(node.lhs) ? node.lhs : []), ...(node.group?.lhs ?? [])].flat();
  const single = [node.rhs, node.expression, node.condition, node.then, node.else, node.procedure, node.body];
  return [
    ...(node.steps ?? []),
    ...stages,
    ...pairs,
    ...(node.lhs !== undefined && !Array.isArray(node.lhs) ? [node.lhs] : []),
    ...single.filter((child) => child !== undefined),
    // Parameters of a lambda are names, not values.
    ...(node.type === 'lambda' ? [] : (node.arguments ?? [])),
    ...(node.expressions ?? []),
    ...(node.terms ?? []).map((term) => term.expression),
  ];
}
