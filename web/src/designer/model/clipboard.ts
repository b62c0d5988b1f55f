import { checkDefinition, type Step } from '@penstock/server/language';
import { stepOf } from './definition.ts';
import type { DesignDocument, StepKey } from './document.ts';
import { idGiver, withFreshIds } from './fresh-ids.ts';
import { outermost } from './subtree.ts';

/** Steps as text that another workflow, or a colleague, can take over. */
export function copySteps(document: DesignDocument, keys: readonly StepKey[]): string {
  const steps = outermost(document, keys).map((key) => stepOf(document, key));
  return JSON.stringify({ format: 'penstock.steps', steps }, null, 2);
}

/** The steps of such a text, or of a whole definition, with ids that are free in the document; null = the text is something else. */
export function parseSteps(text: string, document: DesignDocument): Step[] | null {
  const content = parsed(text);
  if (typeof content !== 'object' || content === null || !('steps' in content)) return null;
  // The steps are what counts; a definition around them makes their form checkable.
  const checked = checkDefinition({
    id: 'text',
    version: 1,
    name: 'text',
    payloadSchemaRef: 'text',
    steps: content.steps,
  });
  if (!checked.ok || checked.definition.steps.length === 0) return null;
  return withFreshIds(checked.definition.steps, idGiver(document));
}

function parsed(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
