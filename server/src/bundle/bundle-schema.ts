import type { InstanceType, Schema } from '@cfworker/json-schema';
import { BUNDLE_FORMAT, BUNDLE_FORMAT_VERSION } from './bundle-format.ts';

const MAX_INTEGER = 2_147_483_647;
/** Leaves room for the versions that come after. */
const MAX_VERSION = 1_000_000_000;

const nullable = (type: InstanceType): Schema => ({ type: [type, 'null'] });
const anyObject: Schema = { type: 'object', additionalProperties: true };
const anyObjectOrNull: Schema = { type: ['object', 'null'], additionalProperties: true };

/** An object of exactly these members; those in `optional` may be absent. */
function strict(description: string, properties: Record<string, Schema>, optional: string[] = []): Schema {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties,
  };
}

/**
 * JSON Schema (draft 7) of a bundle, published as docs/schemas/workflow-bundle.v1.schema.json. Definitions are open here: import
 * checks them with the language's own schema, which names the step at fault.
 */
export const bundleSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://penstock.dev/schemas/workflow-bundle.v1.schema.json',
  title: 'Workflow bundle, format version 1',
  ...strict('One or more workflows with their draft, published versions and settings.', {
    format: { type: 'string', const: BUNDLE_FORMAT },
    formatVersion: { type: 'integer', const: BUNDLE_FORMAT_VERSION },
    exportedAt: { type: 'string', format: 'date-time' },
    workflows: { type: 'array', minItems: 1, items: { $ref: '#/definitions/workflow' } },
  }),
  definitions: {
    workflow: strict('One workflow.', {
      key: { type: 'string', minLength: 1, maxLength: 256, pattern: '^[a-z0-9][a-z0-9._-]*$' },
      metadata: { $ref: '#/definitions/metadata' },
      dependencies: { $ref: '#/definitions/dependencies' },
      draft: { $ref: '#/definitions/draft' },
      publishedVersions: { type: 'array', items: { $ref: '#/definitions/publishedVersion' } },
    }),
    metadata: strict('Settings of the workflow, outside its definition.', {
      name: { type: 'string', minLength: 1 },
      description: nullable('string'),
      payloadSchemaRef: { type: 'string', minLength: 1 },
      payloadSchemaMode: nullable('string'),
      pinnedPayloadSchemaRef: nullable('string'),
      trigger: anyObjectOrNull,
      isSystem: { type: 'boolean' },
      isVisible: { type: 'boolean' },
      isPaused: { type: 'boolean' },
      concurrencyLimit: { type: ['integer', 'null'], minimum: 1, maximum: MAX_INTEGER },
      autoPauseOnFailure: { type: 'boolean' },
      failureRateThreshold: { type: ['number', 'string', 'null'] },
      failureRateMinRuns: { type: ['integer', 'null'], minimum: 0, maximum: MAX_INTEGER },
      retentionPolicyOverride: anyObjectOrNull,
    }),
    dependencies: strict('What the definitions need of an installation.', {
      actions: { type: 'array', uniqueItems: true, items: { $ref: '#/definitions/actionRef' } },
      nodeTypes: { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } },
      schemaRefs: { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } },
    }),
    actionRef: strict('One version of an action.', {
      actionId: { type: 'string', minLength: 1 },
      version: { type: 'integer', minimum: 1 },
    }),
    draft: strict('The editable copy.', {
      draftVersion: { type: 'integer', minimum: 0, maximum: MAX_VERSION },
      definition: anyObject,
    }),
    publishedVersion: strict(
      'An immutable version. Without payloadSchemaJson, import derives it from the payload schema that the definition names.',
      {
        version: { type: 'integer', minimum: 1, maximum: MAX_VERSION },
        definition: anyObject,
        payloadSchemaJson: anyObjectOrNull,
      },
      ['payloadSchemaJson'],
    ),
  },
};
