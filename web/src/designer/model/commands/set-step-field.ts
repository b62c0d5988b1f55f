import { type Json, slotsOfType } from '@penstock/server/language';
import type { Change } from '../change.ts';
import type { StepBody, StepKey } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { parsePointer, valueAt, withValueAt } from '../pointer.ts';
import { isSameJson } from '../same-json.ts';

/**
 * Sets one value inside a step, or takes it away (undefined). What is missing on the way is made, and what gets empty stays.
 * The type and the pipes of a step are no fields.
 */
export function setStepField(key: StepKey, pointer: string, value: Json | undefined): Change {
  return (document) => {
    const body = document.steps[key];
    const segments = parsePointer(pointer);
    if (body === undefined || segments === null || !isField(body, segments[0])) return unchanged(document);
    const fields = body as unknown as Json;
    if (isSameJson(valueAt(fields, segments), value)) return unchanged(document);
    const next = withValueAt(fields, segments, value) as unknown as StepBody;
    return applyPatch(document, { steps: { [key]: next } });
  };
}

function isField(body: StepBody, name: string | undefined): boolean {
  return name !== 'type' && !slotsOfType(body.type).some((slot) => slot.name === name);
}
