import type { TryCatchStep } from '../definition/step.schema.ts';
import { parseSaveAs } from '../mapping/assign-path.ts';
import { defineNode } from './define-node.ts';

/** A failure inside `try` goes on in `catch`, which sees it as `error` and under `captureErrorAs`; one inside `catch` goes outwards. */
export default defineNode({
  id: 'control.tryCatch',
  family: 'flow',
  isSupported: true,
  configSchema: null,
  enter(step) {
    const fields = step.planned.step as TryCatchStep;
    const result = { caught: false };
    return fields.try.length === 0 ? { type: 'done', result } : { type: 'branches', open: [{ slot: 'try' }], result };
  },
  branchEnded: () => ({ type: 'done' }),
  branchFailed(step, branch, error) {
    if (branch.slot !== 'try') return null;
    const fields = step.planned.step as TryCatchStep;
    const result = { caught: true, code: error.code };
    const value = { ...error };
    const writes = fields.captureErrorAs === undefined ? [] : [{ path: parseSaveAs(fields.captureErrorAs), value }];
    return fields.catch.length === 0
      ? { type: 'done', result, writes }
      : { type: 'branches', open: [{ slot: 'catch' }], result, writes };
  },
});
