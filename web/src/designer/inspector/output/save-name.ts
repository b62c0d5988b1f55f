import { parseSaveAs } from '@penstock/server/language';
import { areAlternatives } from '../../model/are-alternatives.ts';
import type { DesignDocument, StepKey } from '../../model/document.ts';

export type NameProblem =
  | { readonly kind: 'empty' | 'invalid' | 'reserved' }
  /** Another step of the same run saves under it. */
  | { readonly kind: 'duplicate'; readonly step: StepKey }
  /** It works, and later steps have to quote it. */
  | { readonly kind: 'shape' };

const RESERVED = new Set(['payload', 'vars', 'meta', 'error', 'env', 'secrets', 'item', '$index']);
const ROOTS = /^(?:payload|vars|meta|error)\./;

/** What is wrong with a name for an output; null = nothing. */
export function saveNameProblem(name: string, key: StepKey, document: DesignDocument): NameProblem | null {
  if (name.trim() === '') return { kind: 'empty' };
  if (RESERVED.has(name)) return { kind: 'reserved' };
  try {
    parseSaveAs(name);
  } catch {
    return { kind: 'invalid' };
  }
  const path = fullPath(name);
  const other = Object.entries(document.steps).find(
    ([step, body]) =>
      step !== key &&
      !areAlternatives(document, step, key) &&
      savedNameOf(body.config) !== null &&
      fullPath(savedNameOf(body.config) ?? '') === path,
  );
  if (other !== undefined) return { kind: 'duplicate', step: other[0] };
  return /^(?:\/.+|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/.test(name) ? null : { kind: 'shape' };
}

/** Refused by the runtime: never stored. */
export function canBeStored(problem: NameProblem | null): boolean {
  return problem === null || problem.kind === 'duplicate' || problem.kind === 'shape';
}

/** How expressions read what is saved under the name. */
export function fullPath(name: string): string {
  if (name.startsWith('/')) return `payload${name.replaceAll('/', '.')}`;
  return ROOTS.test(name) ? name : `vars.${name}`;
}

function savedNameOf(config: unknown): string | null {
  if (typeof config !== 'object' || config === null || !('saveAs' in config)) return null;
  return typeof config.saveAs === 'string' ? config.saveAs : null;
}
