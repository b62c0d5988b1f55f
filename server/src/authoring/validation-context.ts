import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { ValidationContext, WorkflowFacts } from '../language/validation/context.ts';
import { inputJsonSchema } from '../registry/json-schema.ts';
import type { Registry } from '../registry/registry.ts';

type RegistryFacts = Pick<ValidationContext, 'actions' | 'events' | 'payloadSchemas'>;

// A registry never changes, and turning hundreds of schemas into JSON Schema takes longer than a validation.
const factsOf = new WeakMap<Registry, RegistryFacts>();

/** What this installation offers to a definition. */
export function registryFacts(registry: Registry): RegistryFacts {
  const known = factsOf.get(registry);
  if (known !== undefined) return known;
  const facts: RegistryFacts = {
    actions: registry.actions().map((action) => ({
      id: action.id,
      version: action.version,
      inputSchema: inputJsonSchema(action.input),
    })),
    events: registry.eventTypes().map(({ eventType, payloadSchemaRef, correlation }) => ({
      eventType,
      payloadSchemaRef,
      correlation,
    })),
    payloadSchemas: Object.fromEntries(
      registry.payloadSchemaRefs().map((ref) => [ref, (registry.payloadSchema(ref) ?? {}) as JsonObject]),
    ),
  };
  factsOf.set(registry, facts);
  return facts;
}

/** Every workflow of the tenant with its published versions: what a call may name. */
export async function loadWorkflowFacts(tx: Tx): Promise<WorkflowFacts[]> {
  const { rows } = await tx.query<{ workflow_id: string; key: string; versions: number[] }>({
    name: 'authoring.workflow_facts',
    text: `SELECT d.workflow_id, d.key,
                  ARRAY(SELECT v.version FROM workflow_definition_versions v
                         WHERE v.tenant = d.tenant AND v.workflow_id = d.workflow_id ORDER BY v.version) AS versions
             FROM workflow_definitions d WHERE d.tenant = $1`,
    values: [tx.tenant],
  });
  return rows.map((row) => ({ workflowId: row.workflow_id, key: row.key, versions: row.versions }));
}
