import type { BundleWorkflow } from './bundle-format.ts';
import { ZERO_UUID } from './call-targets.ts';

export type CallTarget =
  /** `key` is what the definition shall say. */
  | { key: string; isAssumed: boolean }
  /** Nothing of the bundle: what is written stays. */
  | null;

/**
 * Whom a call of a bundled workflow means. Ids change from one installation to the next and keys do not, so a call that names the id
 * of a workflow of the same bundle is rewritten to its key. In a bundle of two, the zero id stands for the other one.
 */
export function resolveCallTarget(
  workflows: readonly BundleWorkflow[],
  caller: BundleWorkflow,
  target: string,
): CallTarget {
  if (workflows.some((workflow) => workflow.key === target)) return { key: target, isAssumed: false };
  if (target === ZERO_UUID) {
    const other = workflows.find((workflow) => workflow !== caller);
    return workflows.length === 2 && other !== undefined ? { key: other.key, isAssumed: true } : null;
  }
  const meant = workflows.filter((workflow) => idsOf(workflow).has(target));
  const [only] = meant;
  return meant.length === 1 && only !== undefined ? { key: only.key, isAssumed: false } : null;
}

/** Ids that the workflow had where it was exported. */
function idsOf({ draft, publishedVersions }: BundleWorkflow): Set<unknown> {
  return new Set([draft.definition.id, ...publishedVersions.map((version) => version.definition.id)]);
}
