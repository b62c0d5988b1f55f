import type { JsonObject } from '@penstock/server/language';
import type { StepKey } from '../model/document.ts';

/** A finding of validation with the place it belongs to in the editor. */
export interface DesignIssue {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly params: JsonObject;
  readonly suggestion: string | null;
  /** Whose inspector shows the field. */
  readonly at:
    | { readonly kind: 'step'; readonly key: StepKey }
    | { readonly kind: 'trigger' }
    | { readonly kind: 'workflow' };
  /** JSON pointer inside the step, the trigger or the workflow. */
  readonly pointer: string;
}
