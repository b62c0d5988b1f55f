import { isJsonObject, type Json } from '../../kernel/json.ts';
import { escapePointer } from '../definition/serializable.ts';

/** What stands inside a config or a mapping and is not a plain literal. */
export type MappingLeaf =
  | { kind: 'expression'; source: string; pointer: string }
  | { kind: 'secret'; name: string; pointer: string }
  | { kind: 'unknownKey'; key: string; pointer: string };

/** Every expression, secret and unknown `$key` of a value, with its JSON pointer. */
export function* mappingLeaves(value: Json | undefined, pointer: string): Generator<MappingLeaf> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* mappingLeaves(item, `${pointer}/${index}`);
    return;
  }
  if (!isJsonObject(value)) return;
  if (typeof value.$expr === 'string') {
    yield { kind: 'expression', source: value.$expr, pointer: `${pointer}/$expr` };
    return;
  }
  if (typeof value.$secret === 'string') {
    yield { kind: 'secret', name: value.$secret, pointer: `${pointer}/$secret` };
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    const inside = `${pointer}/${escapePointer(key)}`;
    if (key.startsWith('$')) yield { kind: 'unknownKey', key, pointer: inside };
    yield* mappingLeaves(member as Json, inside);
  }
}
