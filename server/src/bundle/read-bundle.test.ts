import { describe, expect, test } from 'vitest';
import { type AppError, isAppError } from '../kernel/errors.ts';
import { readBundle } from './read-bundle.ts';

function workflow(over: Record<string, unknown> = {}) {
  return {
    key: 'demo.hello',
    metadata: {
      name: 'Hello',
      description: null,
      payloadSchemaRef: 'payload.Empty.v1',
      payloadSchemaMode: 'pinned',
      pinnedPayloadSchemaRef: null,
      trigger: null,
      isSystem: false,
      isVisible: true,
      isPaused: false,
      concurrencyLimit: null,
      autoPauseOnFailure: false,
      failureRateThreshold: null,
      failureRateMinRuns: null,
      retentionPolicyOverride: null,
    },
    dependencies: { actions: [], nodeTypes: [], schemaRefs: ['payload.Empty.v1'] },
    draft: { draftVersion: 1, definition: {} },
    publishedVersions: [],
    ...over,
  };
}

function bundle(over: Record<string, unknown> = {}) {
  // Through text, as a bundle comes: members that are undefined are absent.
  const value = {
    format: 'alga-psa.workflow-bundle',
    formatVersion: 1,
    exportedAt: '2026-01-26T00:00:00.000Z',
    workflows: [workflow()],
    ...over,
  };
  return JSON.parse(JSON.stringify(value));
}

function refusalOf(value: unknown): AppError {
  try {
    readBundle(value);
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('the bundle was taken');
}

describe('the header', () => {
  test.each([
    { name: 'a list', value: [], code: 'INVALID_BUNDLE', details: { reason: 'A bundle is a JSON object.' } },
    { name: 'null', value: null, code: 'INVALID_BUNDLE', details: { reason: 'A bundle is a JSON object.' } },
    {
      name: 'another format',
      value: bundle({ format: 'zip' }),
      code: 'UNSUPPORTED_FORMAT',
      details: { format: 'zip', supported: 'alga-psa.workflow-bundle' },
    },
    {
      name: 'version 2',
      value: bundle({ formatVersion: 2 }),
      code: 'UNSUPPORTED_FORMAT_VERSION',
      details: { formatVersion: 2, supported: 1 },
    },
    {
      name: 'the version as text',
      value: bundle({ formatVersion: '1' }),
      code: 'UNSUPPORTED_FORMAT_VERSION',
      details: { formatVersion: '1', supported: 1 },
    },
    {
      name: 'no version',
      value: bundle({ formatVersion: undefined }),
      code: 'UNSUPPORTED_FORMAT_VERSION',
      details: { formatVersion: null, supported: 1 },
    },
  ])('$name is refused before anything else is looked at', ({ value, code, details }) => {
    expect(refusalOf(value)).toMatchObject({ code, details });
  });
});

describe('the schema', () => {
  test.each([
    { name: 'no workflow at all', value: bundle({ workflows: [] }), path: '/workflows', code: 'minItems' },
    {
      name: 'a key with capitals',
      value: bundle({ workflows: [workflow({ key: 'Demo' })] }),
      path: '/workflows/0/key',
      code: 'pattern',
    },
    {
      name: 'a missing draft',
      value: bundle({ workflows: [workflow({ draft: undefined })] }),
      path: '/workflows/0',
      code: 'required',
    },
    {
      name: 'an unknown member',
      value: bundle({ workflows: [workflow({ owner: 'me' })] }),
      path: '/workflows/0/owner',
      code: 'unknown_field',
    },
    {
      name: 'a negative limit',
      value: bundle({ workflows: [workflow({ metadata: { ...workflow().metadata, concurrencyLimit: -1 } })] }),
      path: '/workflows/0/metadata/concurrencyLimit',
      code: 'minimum',
    },
    {
      name: 'a key twice',
      value: bundle({ workflows: [workflow(), workflow()] }),
      path: '/workflows/1/key',
      code: 'duplicate_key',
    },
    {
      name: 'a version twice',
      value: bundle({
        workflows: [
          workflow({
            publishedVersions: [
              { version: 1, definition: {}, payloadSchemaJson: null },
              { version: 1, definition: {}, payloadSchemaJson: null },
            ],
          }),
        ],
      }),
      path: '/workflows/0/publishedVersions/1/version',
      code: 'duplicate_version',
    },
    {
      name: 'a threshold that is no number',
      value: bundle({ workflows: [workflow({ metadata: { ...workflow().metadata, failureRateThreshold: 'half' } })] }),
      path: '/workflows/0/metadata/failureRateThreshold',
      code: 'not_a_rate',
    },
    {
      name: 'text that no database keeps',
      value: bundle({ workflows: [workflow({ draft: { draftVersion: 1, definition: { name: 'a\u0000' } } })] }),
      path: '/workflows/0/draft/definition/name',
      code: 'nul_character',
    },
  ])('$name is refused with its place', ({ value, path, code }) => {
    const refusal = refusalOf(value);

    expect(refusal.code).toBe('SCHEMA_VALIDATION_FAILED');
    expect(refusal.details).toEqual({ issues: [expect.objectContaining({ path, code })] });
  });

  test('a version without its payload schema and a rate as text are taken', () => {
    const value = bundle({
      workflows: [
        workflow({
          metadata: { ...workflow().metadata, failureRateThreshold: '0.50' },
          publishedVersions: [{ version: 1, definition: {} }],
        }),
      ],
    });

    expect(readBundle(value)).toBe(value);
  });
});
