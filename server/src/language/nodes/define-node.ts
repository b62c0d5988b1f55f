import type { NodeType } from './node-type.ts';

/** Declares a node type: one file beside this one, found by the generated catalogue. */
export function defineNode(node: NodeType): NodeType {
  return node;
}
