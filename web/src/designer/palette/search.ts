import type { JsonObject } from '@penstock/server/language';

/** Words in a form in which `ListTasks`, `list_tasks` and "list task" are the same. */
export function searchWords(text: string): string[] {
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

function singular(word: string): string {
  if (word.length > 3 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 2 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export interface Searched {
  readonly label: readonly string[];
  readonly all: readonly string[];
}

/** How well every word of the query is met: 2 = in the label, 1 = elsewhere, 0 = not all of them. */
export function match(query: readonly string[], { label, all }: Searched): 0 | 1 | 2 {
  const isIn = (words: readonly string[]) => query.every((asked) => words.some((word) => word.includes(asked)));
  if (isIn(label)) return 2;
  return isIn(all) ? 1 : 0;
}

/** Names of the members of a JSON Schema, also of those inside its objects and lists. */
export function memberNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(memberNames);
  const { properties, items, anyOf, oneOf, allOf } = schema as JsonObject;
  const members = typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};
  return [...Object.keys(members), ...[...Object.values(members), items, anyOf, oneOf, allOf].flatMap(memberNames)];
}
