import { type ImportMode, importBundle } from '../../bundle/import-bundle.ts';
import { procedure } from '../trpc.ts';
import { importInput, importOutput } from './workflows.schema.ts';

/**
 * Takes a bundle over, all of it or nothing. Errors: INVALID_BUNDLE, UNSUPPORTED_FORMAT, UNSUPPORTED_FORMAT_VERSION,
 * SCHEMA_VALIDATION_FAILED, INVALID_WORKFLOW_DEFINITION, MISSING_DEPENDENCIES, WORKFLOW_KEY_CONFLICT.
 */
export const importProcedure = procedure
  .input(importInput)
  .output(importOutput)
  .mutation(({ ctx, input: { bundle, force, dryRun } }) =>
    ctx.withTenant((tx) =>
      importBundle(tx, ctx.writer, ctx.platform.registry, { bundle, mode: modeOf(force), dryRun }),
    ),
  );

function modeOf(force: boolean | 'recreate'): ImportMode {
  if (force === 'recreate') return 'recreate';
  return force ? 'force' : 'create';
}
