import type { Json } from '@penstock/server/language';
import { type DesignDocument, type StepBody, type StepKey, walkPipe } from '../model/document.ts';

/** Steps whose words, id, settings or expressions hold the text, in reading order. `wordsOf` says what a card shows. */
export function findSteps(document: DesignDocument, text: string, wordsOf: (body: StepBody) => string): StepKey[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: StepKey[] = [];
  for (const key of walkPipe(document)) {
    const body = document.steps[key];
    if (body !== undefined && `${wordsOf(body)}\n${textOf(body)}`.toLowerCase().includes(wanted)) found.push(key);
  }
  return found;
}

/** Every text and number of a step; names of fields are no text of the author's. */
function textOf(value: Json | undefined | StepBody): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([field]) => field !== 'type')
    .map(([, inner]) => textOf(inner))
    .join('\n');
}
