import { z } from 'zod';
import { expressionSchema, mappingSchema, onErrorSchema } from '../definition/values.schema.ts';
import { parseSaveAs } from '../mapping/assign-path.ts';
import { checkActionCall } from '../validation/check-action-call.ts';
import { defineNode } from './define-node.ts';
import { StepFailure } from './node-type.ts';

const configSchema = z.strictObject({
  actionId: z.string().min(1),
  /** Exact; there is no "latest". */
  version: z.int().positive(),
  inputMapping: mappingSchema.optional(),
  saveAs: z.string().min(1).optional(),
  /** The step's own onError wins over this one. */
  onError: onErrorSchema.optional(),
  idempotencyKey: expressionSchema.optional(),
  // Bookkeeping of the designer and of entries that are not built yet; survives round trips.
  outputs: z.json().optional(),
  designerGroupKey: z.string().optional(),
  designerTileKind: z.string().optional(),
  designerAppKey: z.string().optional(),
  aiOutputSchemaMode: z.string().optional(),
  aiOutputSchema: z.json().optional(),
  aiOutputSchemaText: z.string().optional(),
});

/** Calls an action of the registry; its output goes where `saveAs` says. */
export default defineNode({
  id: 'action.call',
  family: 'action',
  isSupported: true,
  configSchema,
  configCode: (pointer) => (/^\/(actionId|version)/.test(pointer) ? 'INVALID_ACTION_CONFIG' : 'INVALID_CONFIG'),
  validate: checkActionCall,
  async enter(step) {
    const config = step.planned.config as z.infer<typeof configSchema>;
    const { action } = step.planned;
    if (action === null) {
      const id = `${config.actionId}@${config.version}`;
      throw new StepFailure('ActionError', 'NOT_FOUND', { resource: 'action', id }, `There is no action ${id}`);
    }
    // Before the call: an output that has nowhere to go must not be found out after the effect.
    if (config.saveAs !== undefined) parseSaveAs(config.saveAs);
    const input = await step.evaluateMapping(config.inputMapping ?? {}, action.inputSchema);
    const key = config.idempotencyKey;
    const idempotencyKey =
      key === undefined ? null : asText(await step.evaluateRequired(key, { field: 'idempotencyKey' }));
    return { type: 'invoke', action: { id: action.id, version: action.version }, input, idempotencyKey };
  },
  resume(step, answer) {
    const { saveAs } = step.planned.config as z.infer<typeof configSchema>;
    if (answer.type !== 'effect' || saveAs === undefined) return { type: 'done' };
    return { type: 'done', writes: [{ path: parseSaveAs(saveAs), value: answer.output }] };
  },
});

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
