import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { appError, type InputIssue } from '../kernel/errors.ts';
import { isJsonObject, type Json } from '../kernel/json.ts';
import { findUnstorable } from '../kernel/storable.ts';
import { BUNDLE_FORMAT, BUNDLE_FORMAT_VERSION, type WorkflowBundle } from './bundle-format.ts';
import { bundleSchema } from './bundle-schema.ts';

const MAX_ISSUES = 100;
const MAX_WORKFLOWS = 1000;
const MAX_DEPENDENCIES = 5000;

/**
 * The bundle behind any JSON value: header first, then the schema, then what a schema cannot say.
 * Errors: INVALID_BUNDLE, UNSUPPORTED_FORMAT, UNSUPPORTED_FORMAT_VERSION, SCHEMA_VALIDATION_FAILED with a JSON pointer per issue.
 */
export function readBundle(value: unknown): WorkflowBundle {
  assertHeader(value);
  const unstorable = findUnstorable(value);
  if (unstorable !== null) {
    throw schemaFailure([{ ...unstorable, message: 'Text or nesting that cannot be stored' }]);
  }
  const overlong = overlongLists(value);
  if (overlong.length > 0) throw schemaFailure(overlong);
  const { valid, errors } = new Validator(bundleSchema, '7', false).validate(value);
  if (!valid) throw schemaFailure(toIssues(errors));
  const bundle = value as unknown as WorkflowBundle;
  const issues = [...duplicateKeys(bundle), ...duplicateVersions(bundle), ...thresholds(bundle)];
  if (issues.length > 0) throw schemaFailure(issues);
  return bundle;
}

function assertHeader(value: unknown): asserts value is { [key: string]: Json } {
  if (!isJsonObject(value)) throw appError('INVALID_BUNDLE', { reason: 'A bundle is a JSON object.' });
  const { format, formatVersion } = value;
  if (format !== BUNDLE_FORMAT) {
    throw appError('UNSUPPORTED_FORMAT', {
      format: typeof format === 'string' ? format.slice(0, 256) : '',
      supported: BUNDLE_FORMAT,
    });
  }
  if (formatVersion !== BUNDLE_FORMAT_VERSION) {
    throw appError('UNSUPPORTED_FORMAT_VERSION', {
      formatVersion: typeof formatVersion === 'object' || formatVersion === undefined ? null : formatVersion,
      supported: BUNDLE_FORMAT_VERSION,
    });
  }
}

function schemaFailure(issues: InputIssue[]) {
  return appError('SCHEMA_VALIDATION_FAILED', { issues: issues.slice(0, MAX_ISSUES) });
}

/** Keywords that only say that something inside them failed. */
const wrappers = new Set(['properties', 'items', '$ref', 'additionalProperties']);

function toIssues(errors: OutputUnit[]): InputIssue[] {
  return errors
    .filter((error) => !wrappers.has(error.keyword))
    .map((error) => ({
      path: decodeURI(error.instanceLocation.slice(1)),
      // The schema `false` stands where no member may be.
      code: error.keyword === 'false' ? 'unknown_field' : error.keyword,
      message: error.keyword === 'false' ? 'Unknown field' : error.error,
    }));
}

function duplicateKeys(bundle: WorkflowBundle): InputIssue[] {
  return repeated(bundle.workflows.map((workflow) => workflow.key)).map(({ value, index }) => ({
    path: `/workflows/${index}/key`,
    code: 'duplicate_key',
    message: `The key ${value} is there twice`,
  }));
}

function duplicateVersions(bundle: WorkflowBundle): InputIssue[] {
  return bundle.workflows.flatMap(({ publishedVersions }, workflowIndex) =>
    repeated(publishedVersions.map(({ version }) => version)).map(({ value, index }) => ({
      path: `/workflows/${workflowIndex}/publishedVersions/${index}/version`,
      code: 'duplicate_version',
      message: `Version ${value} is there twice`,
    })),
  );
}

/** Every value that was there before, with its place. */
function repeated<T>(values: T[]): { value: T; index: number }[] {
  const seen = new Set<T>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [{ value, index }];
    seen.add(value);
    return [];
  });
}

/** Before the validator looks: comparing every pair of a list of a million would take minutes. */
function overlongLists(value: { [key: string]: Json }): InputIssue[] {
  const issue = (path: string, max: number) => ({ path, code: 'too_many', message: `At most ${max} entries` });
  const { workflows } = value;
  if (!Array.isArray(workflows)) return [];
  if (workflows.length > MAX_WORKFLOWS) return [issue('/workflows', MAX_WORKFLOWS)];
  return workflows.flatMap((workflow, index) => {
    const dependencies = isJsonObject(workflow) && isJsonObject(workflow.dependencies) ? workflow.dependencies : {};
    return Object.entries(dependencies)
      .filter(([, list]) => Array.isArray(list) && list.length > MAX_DEPENDENCIES)
      .map(([name]) => issue(`/workflows/${index}/dependencies/${name}`, MAX_DEPENDENCIES));
  });
}

/** A share of failed runs; older exporters wrote `"0.50"`. */
function thresholds(bundle: WorkflowBundle): InputIssue[] {
  return bundle.workflows.flatMap(({ metadata }, index) => {
    const { failureRateThreshold: threshold } = metadata;
    if (threshold === null) return [];
    const value = typeof threshold === 'string' && threshold.trim() === '' ? Number.NaN : Number(threshold);
    if (value >= 0 && value <= 100) return [];
    return [
      {
        path: `/workflows/${index}/metadata/failureRateThreshold`,
        code: 'not_a_rate',
        message: 'A number from 0 to 100, or that number as text',
      },
    ];
  });
}
