import { checkDefinition, type Step } from '@penstock/server/language';
import { config } from 'zod';
import type { DesignDocument } from './document.ts';
import { idGiver, withFreshIds } from './fresh-ids.ts';

// The content security policy allows no eval, which the schemas of the language would try.
config({ jitless: true });

/** The steps of a text that was copied here, or of a whole definition, with ids that are free in the document; null = the text is something else. */
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
