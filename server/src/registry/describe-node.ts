import type { JsonObject } from '../kernel/json.ts';
import { type Slot, slotsOfType } from '../language/definition/slots.ts';
import type { NodeType } from '../language/nodes/node-type.ts';
import { inputJsonSchema } from './json-schema.ts';

/** All of a node type that a designer needs, as plain JSON. */
export interface NodeDescriptor {
  type: string;
  family: NodeType['family'];
  /** false = defined, but refused at publish until the runtime can run it. */
  isSupported: boolean;
  /** Pipes that a step of this type holds; drop rules come from them. */
  slots: readonly Slot[];
  /** JSON Schema of `config`; null = a control step, whose fields stand beside its type. */
  configSchema: JsonObject | null;
  labelKey: string;
  descriptionKey: string;
}

export function describeNode(node: NodeType): NodeDescriptor {
  return {
    type: node.id,
    family: node.family,
    isSupported: node.isSupported,
    slots: slotsOfType(node.id),
    configSchema: node.configSchema === null ? null : inputJsonSchema(node.configSchema),
    labelKey: `actions.nodes.${node.id}.label`,
    descriptionKey: `actions.nodes.${node.id}.description`,
  };
}
