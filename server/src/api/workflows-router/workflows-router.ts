import { router } from '../trpc.ts';
import { audit } from './audit.ts';
import { create } from './create.ts';
import { deleteProcedure } from './delete.ts';
import { exportProcedure } from './export.ts';
import { exportMany } from './export-many.ts';
import { get } from './get.ts';
import { importProcedure } from './import.ts';
import { list } from './list.ts';
import { publish } from './publish.ts';
import { updateDraft } from './update-draft.ts';
import { updateMetadata } from './update-metadata.ts';
import { validate } from './validate.ts';
import { versions } from './versions.ts';

export const workflowsRouter = router({
  create,
  get,
  list,
  versions,
  updateDraft,
  updateMetadata,
  delete: deleteProcedure,
  validate,
  publish,
  audit,
  export: exportProcedure,
  exportMany,
  import: importProcedure,
});
