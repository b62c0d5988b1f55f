import type { Json, JsonObject } from '@penstock/server/language';
import type { Change } from '../../model/change.ts';
import { replaceStepBody } from '../../model/commands/replace-step-body.ts';
import type { DesignDocument, StepBody, StepKey } from '../../model/document.ts';
import { autoSaveAs, freeSaveAs } from '../../model/save-as.ts';
import type { ActionEntry } from '../../store/catalog.ts';

/** Calls another action: inputs that it also has stay, the others go. A name that was made for the output is made anew. */
export function changeAction(
  document: DesignDocument,
  key: StepKey,
  action: ActionEntry,
): { change: Change; dropped: number } {
  const body = document.steps[key];
  const config = objectOf(body?.config);
  const mapping = Object.entries(objectOf(config.inputMapping));
  const known = objectOf(action.inputSchema.properties as Json | undefined);
  const kept = mapping.filter(([name]) => Object.hasOwn(known, name));
  const saveAs = typeof config.saveAs === 'string' ? config.saveAs : undefined;
  const wasMade = saveAs?.replace(/^vars\./, '').replace(/\d+$/, '') === autoSaveAs(String(config.actionId));
  const next: JsonObject = {
    ...config,
    actionId: action.id,
    version: action.version,
    inputMapping: Object.fromEntries(kept),
    ...(wasMade ? { saveAs: freeSaveAs(document, action.id) } : {}),
  };
  return {
    change: body === undefined ? identity : replaceStepBody(key, { ...body, config: next } as StepBody),
    dropped: mapping.length - kept.length,
  };
}

const identity: Change = (document) => ({ document, inverse: identity });

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
