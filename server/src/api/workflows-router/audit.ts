import { listAudit } from '../../audit/list-audit.ts';
import { getWorkflowId } from '../../authoring/workflow.ts';
import { isUuid } from '../../kernel/ids.ts';
import { procedure } from '../trpc.ts';
import { auditInput, auditOutput } from './workflows.schema.ts';

/**
 * Who changed the workflow, newest first; also of one that is deleted, by its id.
 * Errors: NOT_FOUND (key), CURSOR_INVALID.
 */
export const audit = procedure
  .input(auditInput)
  .output(auditOutput)
  .query(({ ctx, input: { workflowId, cursor, limit } }) =>
    ctx.withTenant(async (tx) =>
      listAudit(tx, {
        recordType: 'workflow_definition',
        recordId: isUuid(workflowId) ? workflowId : await getWorkflowId(tx, workflowId),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    ),
  );
