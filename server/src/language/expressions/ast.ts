import type { Expression } from 'jsonata';

/** A node of jsonata's processed tree: what its typings leave out. */
export interface AstNode {
  type: string;
  value?: unknown;
  position?: number;
  /** path */
  steps?: AstNode[];
  keepSingletonArray?: boolean;
  /** any */
  keepArray?: boolean;
  predicate?: AstStage[];
  stages?: AstStage[];
  group?: { lhs: [AstNode, AstNode][] };
  focus?: string;
  index?: string;
  tuple?: boolean;
  /** binary, bind, apply; pairs of an object constructor */
  lhs?: AstNode | [AstNode, AstNode][];
  rhs?: AstNode;
  /** unary, block */
  expression?: AstNode;
  expressions?: AstNode[];
  /** condition */
  condition?: AstNode;
  then?: AstNode;
  else?: AstNode;
  /** function, partial; parameters of a lambda */
  arguments?: AstNode[];
  procedure?: AstNode;
  /** lambda */
  body?: AstNode;
  signature?: unknown;
  thunk?: boolean;
  /** sort */
  terms?: { expression: AstNode }[];
}

export interface AstStage {
  type: string;
  expr?: AstNode;
  value?: string;
}

/** The live tree: what is changed here is what is evaluated. */
export function liveAst(expression: Expression): AstNode {
  return expression.ast() as unknown as AstNode;
}

/** The call of a function that is bound by name. */
export function callNode(name: string, args: AstNode[], position: number | undefined): AstNode {
  const at = position === undefined ? {} : { position };
  return { type: 'function', value: '(', ...at, arguments: args, procedure: { type: 'variable', value: name, ...at } };
}

/** A path of names alone: no filter, no binding, no grouping, no `[]`. */
export function plainNames(node: AstNode): string[] | null {
  if (node.type !== 'path' || node.steps === undefined || node.keepSingletonArray || node.group || node.predicate)
    return null;
  const names: string[] = [];
  for (const step of node.steps) {
    const special =
      step.stages ?? step.predicate ?? step.group ?? step.focus ?? step.index ?? step.tuple ?? step.keepArray;
    if (step.type !== 'name' || special !== undefined) return null;
    names.push(String(step.value));
  }
  return names;
}
