import type { Json } from '@penstock/server/language';
import { type DesignDocument, placeOf, type StepBody, type StepKey, walkPipe } from '../model/document.ts';
import { isSameJson } from '../model/same-json.ts';

export type StepDifference =
  | { readonly kind: 'added'; readonly key: StepKey; readonly after: StepBody }
  | { readonly kind: 'removed'; readonly key: StepKey; readonly before: StepBody }
  | { readonly kind: 'changed'; readonly key: StepKey; readonly before: StepBody; readonly after: StepBody }
  | { readonly kind: 'moved'; readonly key: StepKey; readonly after: StepBody };

export interface Comparison {
  /** Members of the workflow itself that differ: name, description, trigger, payloadSchemaRef. */
  readonly head: readonly string[];
  readonly steps: readonly StepDifference[];
}

/** What is different in `after`, in the reading order of `after`; what is gone comes last. */
export function compareDocuments(before: DesignDocument, after: DesignDocument): Comparison {
  const steps: StepDifference[] = [];
  for (const key of walkPipe(after)) {
    const now = after.steps[key];
    const then = before.steps[key];
    if (now === undefined) continue;
    if (then === undefined) steps.push({ kind: 'added', key, after: now });
    else if (!isSame(then, now)) steps.push({ kind: 'changed', key, before: then, after: now });
    else if (hasMoved(before, after, key)) steps.push({ kind: 'moved', key, after: now });
  }
  for (const key of walkPipe(before)) {
    const then = before.steps[key];
    if (then !== undefined && !(key in after.steps)) steps.push({ kind: 'removed', key, before: then });
  }
  return { head: differingMembers(before.head, after.head), steps };
}

/** Members of two objects that differ; `id` and `version` belong to the server. */
export function differingMembers(before: object, after: object): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete('id');
  names.delete('version');
  const member = (value: object, name: string) => (value as Record<string, unknown>)[name];
  return [...names].filter((name) => !isSame(member(before, name), member(after, name)));
}

/** In another pipe, or after another step of those that both documents have: a step put before it moves nothing. */
function hasMoved(before: DesignDocument, after: DesignDocument, key: StepKey): boolean {
  const then = placeOf(before, key);
  const now = placeOf(after, key);
  if (then === undefined || now === undefined) return false;
  if (then.pipe !== now.pipe) return true;
  return previousCommon(before, after, key) !== previousCommon(after, before, key);
}

function previousCommon(document: DesignDocument, other: DesignDocument, key: StepKey): StepKey | null {
  const place = placeOf(document, key);
  if (place === undefined) return null;
  const earlier = document.pipes[place.pipe]?.slice(0, place.index) ?? [];
  return earlier.findLast((each) => placeOf(other, each)?.pipe === place.pipe) ?? null;
}

/** Equal in value, whatever the types say. */
export function isSame(left: unknown, right: unknown): boolean {
  return isSameJson(left as Json, right as Json);
}
