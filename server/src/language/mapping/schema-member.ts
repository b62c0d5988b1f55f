import { isJsonObject, type JsonObject } from '../../kernel/json.ts';

/** What a JSON Schema says of one member of an object; null schema = anything. */
export interface SchemaMember {
  schema: JsonObject | null;
  required: boolean;
}

/** A member that the schema does not name is free: it may be left out. */
export function memberOf(schema: JsonObject | null, name: string): SchemaMember {
  const members = objectBranches(schema).map((branch): SchemaMember => {
    const properties = isJsonObject(branch.properties) ? (branch.properties as JsonObject) : {};
    const found = Object.hasOwn(properties, name) ? properties[name] : branch.additionalProperties;
    const required = Array.isArray(branch.required) && branch.required.includes(name);
    return { schema: isJsonObject(found) ? (found as JsonObject) : null, required };
  });
  // Of several alternatives the one that knows the member counts.
  const known = members.find((member) => member.schema !== null) ?? members[0];
  return { schema: known?.schema ?? null, required: members.length > 0 && members.every((member) => member.required) };
}

/** Schema of the members of a list; null = anything. */
export function itemSchemaOf(schema: JsonObject | null): JsonObject | null {
  const list = branchesOf(schema).find((branch) => isJsonObject(branch.items));
  return list === undefined ? null : (list.items as JsonObject);
}

/** Does the target take a list? Then a selection of one member stays a list. */
export function takesList(schema: JsonObject | null): boolean {
  const branches = branchesOf(schema).filter((branch) => branch.type !== 'null');
  return branches.length > 0 && branches.every((branch) => branch.type === 'array');
}

function objectBranches(schema: JsonObject | null): JsonObject[] {
  return branchesOf(schema).filter((branch) => branch.type === 'object' || isJsonObject(branch.properties));
}

function branchesOf(schema: JsonObject | null): JsonObject[] {
  if (schema === null) return [];
  const alternatives = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray);
  if (alternatives === undefined) return [schema];
  return alternatives.filter(isJsonObject).flatMap((branch) => branchesOf(branch as JsonObject));
}
