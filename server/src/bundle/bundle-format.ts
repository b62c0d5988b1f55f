import type { JsonObject } from '../kernel/json.ts';

/** The name is the interchange format's own; other products of this field read and write it. */
export const BUNDLE_FORMAT = 'alga-psa.workflow-bundle';
export const BUNDLE_FORMAT_VERSION = 1;
/** Bytes of a bundle that an import reads. */
export const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;

/** Format v1: see docs/guides/bundle-format.md. */
export interface WorkflowBundle {
  format: typeof BUNDLE_FORMAT;
  formatVersion: typeof BUNDLE_FORMAT_VERSION;
  /** ISO 8601. */
  exportedAt: string;
  workflows: BundleWorkflow[];
}

export interface BundleWorkflow {
  key: string;
  metadata: BundleMetadata;
  dependencies: BundleDependencies;
  draft: { draftVersion: number; definition: JsonObject };
  publishedVersions: BundleVersion[];
}

export interface BundleMetadata {
  name: string;
  description: string | null;
  payloadSchemaRef: string;
  payloadSchemaMode: string | null;
  pinnedPayloadSchemaRef: string | null;
  trigger: JsonObject | null;
  isSystem: boolean;
  isVisible: boolean;
  isPaused: boolean;
  concurrencyLimit: number | null;
  autoPauseOnFailure: boolean;
  /** Older exporters wrote decimals as text. */
  failureRateThreshold: number | string | null;
  failureRateMinRuns: number | null;
  retentionPolicyOverride: JsonObject | null;
}

export interface ActionRef {
  actionId: string;
  version: number;
}

export interface BundleDependencies {
  actions: ActionRef[];
  /** Step types but control.*: those are part of the language. */
  nodeTypes: string[];
  schemaRefs: string[];
}

export interface BundleVersion {
  version: number;
  definition: JsonObject;
  /** Absent in some bundles: import derives it. Null = not known. */
  payloadSchemaJson?: JsonObject | null;
}
