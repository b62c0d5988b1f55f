import type { AstNode } from './ast.ts';
import { expressionFunctions } from './function-table.ts';
import { compilePattern } from './linear-pattern.ts';

/** Why a text is not an expression of ours; jsonata's own codes (S0201 …) stand for themselves. */
export type RefusalReason =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'TOO_DEEP'
  | 'FUNCTION_UNKNOWN'
  | 'FUNCTION_AS_VALUE'
  | 'LAMBDA_NOT_ALLOWED'
  | 'VARIABLE_UNKNOWN'
  | 'NAME_RESERVED'
  | 'CONSTRUCT_NOT_ALLOWED'
  | 'PATTERN_NOT_SUPPORTED';

export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly position: number;
  readonly token: string;

  constructor(reason: RefusalReason, node: AstNode, token = '') {
    super(reason);
    this.reason = reason;
    this.position = node.position ?? 0;
    this.token = token;
  }
}

export interface Analysis {
  /** Member names from the roots; `*` and `**` where any member is read. */
  pathsRead: string[][];
  /** Names of the functions called, without `$`. */
  functionsUsed: string[];
}

/** Path that a value was read at; null = made by the expression. */
type Lead = readonly string[] | null;

interface Scope {
  /** Where a name leads: the path of the context; null = nobody knows (a function's result). */
  context: Lead;
  /** Names bound around here, and where they lead. */
  bound: ReadonlyMap<string, Lead>;
}

/** Walks an expression's tree: everything that is not known to be safe is refused. Errors: Refusal. */
export function analyse(root: AstNode): Analysis {
  const walker = new Walker();
  walker.visit(root, { context: [], bound: new Map() });
  return { pathsRead: [...walker.paths.values()], functionsUsed: [...walker.functions].sort() };
}

class Walker {
  readonly paths = new Map<string, string[]>();
  readonly functions = new Set<string>();

  /** Where the node's value comes from: the dotted path that it was read at; null = made by the expression. */
  visit(node: AstNode, scope: Scope): Lead {
    const lead = this.visitKind(node, scope);
    const inner = { ...scope, context: lead };
    for (const stage of node.predicate ?? []) if (stage.expr) this.visit(stage.expr, inner);
    for (const pair of node.group?.lhs ?? []) for (const part of pair) this.visit(part, inner);
    return lead;
  }

  private visitKind(node: AstNode, scope: Scope): Lead {
    switch (node.type) {
      case 'string':
      case 'number':
      case 'value':
        return null;
      case 'regex':
        assertPattern(node);
        return null;
      case 'path':
        return this.visitPath(node.steps ?? [], scope);
      case 'name':
      case 'wildcard':
      case 'descendant':
      case 'variable':
      case 'parent':
        return this.read(this.step(node, scope));
      case 'binary':
        return this.visitAll([node.lhs as AstNode, node.rhs], scope);
      case 'unary':
        return this.visitAll([...(pairsOf(node) ?? []), ...(node.expressions ?? []), node.expression], scope);
      case 'condition':
        return this.visitAll([node.condition, node.then, node.else], scope);
      case 'block':
        return this.visitBlock(node, scope);
      case 'bind':
        return this.visitBind(node, scope);
      case 'function':
        return this.visitCall(node, scope);
      case 'apply':
        return this.visitApply(node, scope);
      case 'lambda':
        if (node.thunk && node.body) return this.visit(node.body, scope);
        throw new Refusal('LAMBDA_NOT_ALLOWED', node);
      default:
        throw new Refusal('CONSTRUCT_NOT_ALLOWED', node, node.type);
    }
  }

  private visitAll(nodes: readonly (AstNode | undefined)[], scope: Scope): null {
    for (const node of nodes) if (node !== undefined) this.visit(node, scope);
    return null;
  }

  private visitPath(steps: readonly AstNode[], scope: Scope): Lead {
    let inner: Scope = { ...scope, bound: new Map(scope.bound) };
    for (const step of steps) {
      const lead = this.visitStep(step, inner);
      const bound = new Map(inner.bound);
      for (const stage of step.stages ?? []) {
        if (stage.expr) this.visit(stage.expr, { context: lead, bound });
        if (stage.type === 'index') this.bind(bound, stage.value, null, step);
      }
      this.bind(bound, step.focus, lead, step);
      this.bind(bound, step.index, null, step);
      // A step that binds its value leaves the context where it was.
      inner = { context: step.focus === undefined ? lead : inner.context, bound };
    }
    return this.read(inner.context);
  }

  private visitStep(step: AstNode, scope: Scope): Lead {
    if (step.type === 'sort') {
      this.visitAll(
        (step.terms ?? []).map((term) => term.expression),
        scope,
      );
      return scope.context;
    }
    const moves = ['name', 'wildcard', 'descendant', 'variable', 'parent'].includes(step.type);
    const lead = moves ? this.step(step, scope) : this.visitKind(step, scope);
    const inner = { ...scope, context: lead };
    for (const stage of step.predicate ?? []) if (stage.expr) this.visit(stage.expr, inner);
    for (const pair of step.group?.lhs ?? []) for (const part of pair) this.visit(part, inner);
    return lead;
  }

  /** Where one step leads from the context; nothing is read yet. */
  private step(node: AstNode, scope: Scope): Lead {
    if (node.type === 'variable') return this.variable(node, scope);
    if (node.type === 'parent' || scope.context === null) return null;
    const member = node.type === 'name' ? String(node.value) : node.type === 'wildcard' ? '*' : '**';
    return [...scope.context, member];
  }

  private variable(node: AstNode, scope: Scope): Lead {
    const name = String(node.value);
    if (name === '') return scope.context;
    if (name === '$') return [];
    const lead = scope.bound.get(name);
    if (lead !== undefined) return lead;
    throw new Refusal(expressionFunctions.has(name) ? 'FUNCTION_AS_VALUE' : 'VARIABLE_UNKNOWN', node, name);
  }

  private read(lead: Lead): Lead {
    if (lead === null) return null;
    const path = lead.length === 0 ? ['*'] : [...lead];
    this.paths.set(JSON.stringify(path), path);
    return lead;
  }

  private visitBlock(node: AstNode, scope: Scope): Lead {
    const inner = { ...scope, bound: new Map(scope.bound) };
    let last: Lead = null;
    for (const expression of node.expressions ?? []) last = this.visit(expression, inner);
    return last;
  }

  private visitBind(node: AstNode, scope: Scope): Lead {
    const lead = node.rhs === undefined ? null : this.visit(node.rhs, scope);
    this.bind(scope.bound as Map<string, Lead>, String((node.lhs as AstNode).value), lead, node);
    return lead;
  }

  private bind(bound: Map<string, Lead>, name: string | undefined, lead: Lead, node: AstNode): void {
    if (name === undefined) return;
    if (expressionFunctions.has(name)) throw new Refusal('NAME_RESERVED', node, name);
    bound.set(name, lead);
  }

  private visitCall(node: AstNode, scope: Scope): null {
    const { procedure } = node;
    const name = procedure?.type === 'path' ? procedure.steps?.[0]?.value : procedure?.value;
    const isNamed = procedure?.type === 'variable' || (procedure?.type === 'path' && procedure.steps?.length === 1);
    if (!isNamed || typeof name !== 'string') throw new Refusal('CONSTRUCT_NOT_ALLOWED', node, 'call');
    const called = procedure?.type === 'variable' && !scope.bound.has(name) ? expressionFunctions.get(name) : undefined;
    if (called === undefined) throw new Refusal('FUNCTION_UNKNOWN', node, name);
    this.functions.add(name);
    let list: Lead = null;
    for (const [index, argument] of (node.arguments ?? []).entries()) {
      const lead = this.visitArgument(argument, scope, called.takesFunction, list);
      if (index === 0) list = lead;
    }
    return null;
  }

  private visitArgument(node: AstNode, scope: Scope, takesFunction: boolean, list: Lead): Lead {
    if (takesFunction && node.type === 'lambda' && !node.thunk && node.body) {
      if (node.signature !== undefined) throw new Refusal('CONSTRUCT_NOT_ALLOWED', node, 'signature');
      const bound = new Map(scope.bound);
      for (const parameter of node.arguments ?? []) this.bind(bound, String(parameter.value), list, parameter);
      this.visit(node.body, { ...scope, bound });
      return null;
    }
    if (takesFunction && this.visitFunctionName(node, scope)) return null;
    return this.visit(node, scope);
  }

  /** A function's name where a function is wanted; not one that takes functions itself. */
  private visitFunctionName(node: AstNode, scope: Scope): boolean {
    if (node.type !== 'variable' || typeof node.value !== 'string' || scope.bound.has(node.value)) return false;
    const named = expressionFunctions.get(node.value);
    if (named === undefined || named.takesFunction) return false;
    this.functions.add(named.name);
    return true;
  }

  private visitApply(node: AstNode, scope: Scope): null {
    this.visit(node.lhs as AstNode, scope);
    const { rhs } = node;
    if (rhs?.type === 'function') this.visit(rhs, scope);
    else if (rhs === undefined || !this.visitFunctionName(rhs, scope)) {
      throw new Refusal(rhs?.type === 'lambda' ? 'LAMBDA_NOT_ALLOWED' : 'CONSTRUCT_NOT_ALLOWED', rhs ?? node, '~>');
    }
    return null;
  }
}

function pairsOf(node: AstNode): AstNode[] | null {
  return Array.isArray(node.lhs) ? node.lhs.flat() : null;
}

function assertPattern(node: AstNode): void {
  try {
    compilePattern(node.value as RegExp);
  } catch {
    throw new Refusal('PATTERN_NOT_SUPPORTED', node, (node.value as RegExp).source);
  }
}
