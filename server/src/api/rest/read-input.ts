import { appError, type InputIssue } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { coerceText, type MemberSchemas } from './coerce-query.ts';
import type { RestRoute } from './route.ts';

export interface RequestParts {
  path: Readonly<Record<string, string>>;
  /** Every value of every query parameter. */
  query: Readonly<Record<string, readonly string[]>>;
  /** Undefined when no body came. */
  body: unknown;
}

/**
 * One input out of path, query and body. Errors: INVALID_INPUT naming every query parameter that the route does not know and every body
 * member that the path or the query already gave; members that the procedure does not know are refused by its own schema.
 */
export function readInput(route: RestRoute, parts: RequestParts, schemas: MemberSchemas): unknown {
  const issues: InputIssue[] = [];
  const input: Record<string, unknown> = { ...route.fixed };
  for (const [name, text] of Object.entries(parts.path)) input[name] = coerceText([text], schemas[name]);
  for (const [name, texts] of Object.entries(parts.query)) {
    if (route.query?.includes(name) === true) input[name] = coerceText(texts, schemas[name]);
    else issues.push(unknownField(name));
  }
  readBody(route, parts.body, input, issues);
  if (issues.length > 0) throw refusal(issues);
  return Object.keys(input).length === 0 && Object.keys(schemas).length === 0 ? undefined : input;
}

/** For procedures that take nothing. Errors: INVALID_INPUT naming every member that was given. */
export function assertNoInput(input: unknown): void {
  if (!isJsonObject(input)) return;
  const issues = Object.keys(input).map(unknownField);
  if (issues.length > 0) throw refusal(issues);
}

function refusal(issues: InputIssue[]) {
  return appError('INVALID_INPUT', { issues }, issues.map((issue) => `${issue.path}: ${issue.message}`).join('; '));
}

function readBody(route: RestRoute, body: unknown, input: Record<string, unknown>, issues: InputIssue[]): void {
  const kind = route.method === 'GET' || route.method === 'DELETE' ? (route.body ?? 'none') : (route.body ?? 'members');
  if (kind === 'none') {
    if (isJsonObject(body)) issues.push(...Object.keys(body).map(unknownField));
    return;
  }
  if (typeof kind === 'object') {
    if (body !== undefined) input[kind.as] = body;
    return;
  }
  if (body === undefined) return;
  if (!isJsonObject(body)) {
    issues.push({ path: '', code: 'invalid_type', message: 'expected a JSON object' });
    return;
  }
  for (const [name, value] of Object.entries(body)) {
    if (Object.hasOwn(input, name)) issues.push(unknownField(name));
    else Object.defineProperty(input, name, { value, enumerable: true, configurable: true, writable: true });
  }
}

function unknownField(name: string): InputIssue {
  return { path: `/${name}`, code: 'unknown_field', message: `Unknown field ${name}` };
}
