import type { NodeTypeChecks } from '../language/validation/check-node-step.ts';

const ids = ['state.set', 'event.wait', 'time.wait', 'transform.assign', 'action.call'];

export const nodeTypes: ReadonlyMap<string, NodeTypeChecks> = new Map(
  ids.map((id) => [id, { id, isSupported: true, checkConfig: () => [] }]),
);
