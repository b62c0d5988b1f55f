import { stepOf } from './definition.ts';
import type { DesignDocument, StepKey } from './document.ts';
import { outermost } from './subtree.ts';

/** Steps as text that another workflow, or a colleague, can take over. */
export function copySteps(document: DesignDocument, keys: readonly StepKey[]): string {
  const steps = outermost(document, keys).map((key) => stepOf(document, key));
  return JSON.stringify({ format: 'penstock.steps', steps }, null, 2);
}
