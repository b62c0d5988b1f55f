import type { DesignDocument } from './document.ts';

const VERBS = /^(?:get|create|update|delete|find|lookup|resolve|fetch|load|process|send|call)_/;

/** Name of the variable that takes an action's output where the author gave none: `find_contact` gives `contactResult`. */
export function autoSaveAs(actionId: string): string {
  const words = actionId
    .replaceAll('.', '_')
    .replace(VERBS, '')
    .split(/[_-]+/)
    .filter((word) => word !== '');
  const camel = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return `${camel.join('')}Result`;
}

/** The same with a number where another step saves under that name. */
export function freeSaveAs(document: DesignDocument, actionId: string): string {
  const taken = new Set(Object.values(document.steps).map((body) => saveAsOf(body.config)));
  const name = autoSaveAs(actionId);
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}

function saveAsOf(config: unknown): string | null {
  if (typeof config !== 'object' || config === null || !('saveAs' in config)) return null;
  return typeof config.saveAs === 'string' ? config.saveAs.replace(/^vars\./, '') : null;
}
