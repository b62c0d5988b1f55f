import type { StepKey } from './document.ts';

/** What the inspector shows. `steps` is never empty; the last one was chosen last. */
export type Selection =
  | { readonly kind: 'workflow' }
  | { readonly kind: 'trigger' }
  | { readonly kind: 'steps'; readonly keys: readonly StepKey[] };

export const NOTHING: Selection = { kind: 'workflow' };

export function selectSteps(...keys: readonly StepKey[]): Selection {
  return keys.length === 0 ? NOTHING : { kind: 'steps', keys };
}

/** The one step that is selected; null = none, or several. */
export function onlyStep(selection: Selection): StepKey | null {
  return selection.kind === 'steps' && selection.keys.length === 1 ? (selection.keys[0] ?? null) : null;
}
