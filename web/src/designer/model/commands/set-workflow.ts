import type { Json } from '@penstock/server/language';
import type { Change } from '../change.ts';
import type { WorkflowHead } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { isSameJson } from '../same-json.ts';

type Fields = Omit<WorkflowHead, 'id' | 'version'>;
/** undefined takes an optional field away. */
export type WorkflowPatch = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

const required: ReadonlySet<string> = new Set(['name', 'payloadSchemaRef'] satisfies (keyof Fields)[]);

/** Sets what belongs to the workflow as a whole: name, description, input, trigger. */
export function setWorkflow(patch: WorkflowPatch): Change {
  return (document) => {
    const asked = Object.entries(patch).filter(([name, value]) => value !== undefined || !required.has(name));
    const merged = { ...document.head, ...Object.fromEntries(asked) };
    const head = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
    if (isSameJson(head as Json, document.head as unknown as Json)) return unchanged(document);
    return applyPatch(document, { head: head as unknown as WorkflowHead });
  };
}
