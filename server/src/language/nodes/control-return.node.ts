import { defineNode } from './define-node.ts';

/** Ends the whole run as SUCCEEDED, wherever it stands. */
export default defineNode({
  id: 'control.return',
  family: 'flow',
  isSupported: true,
  configSchema: null,
  enter: () => ({ type: 'return' }),
});
