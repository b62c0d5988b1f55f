import type { NodeType } from './node-type.ts';

/** Ends the whole run as SUCCEEDED, wherever it stands. */
export const controlReturn: NodeType = {
  id: 'control.return',
  family: 'flow',
  isSupported: true,
  configSchema: null,
  enter: () => ({ type: 'return' }),
};
