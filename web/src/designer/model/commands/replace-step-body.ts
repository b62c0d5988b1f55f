import { type Json, slotsOfType } from '@penstock/server/language';
import type { Change } from '../change.ts';
import { pipeKey, type StepBody, type StepKey, slotsOf } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { isSameJson } from '../same-json.ts';

/** Makes another step of it, such as a call of another action. Refused where pipes would be left without a slot. */
export function replaceStepBody(key: StepKey, body: StepBody): Change {
  return (document) => {
    const before = document.steps[key];
    if (before === undefined) return unchanged(document);
    if (isSameJson(before as unknown as Json, body as unknown as Json)) return unchanged(document);
    const slots = slotsOfType(body.type);
    const held = slotsOf(document, key).filter(({ name }) => document.pipes[pipeKey(key, name)] !== undefined);
    if (held.some(({ name }) => !slots.some((slot) => slot.name === name))) return unchanged(document);
    const missing = slots.filter(({ name, optional }) => !optional && document.pipes[pipeKey(key, name)] === undefined);
    const made = missing.map(({ name }) => [pipeKey(key, name), []] as const);
    return applyPatch(document, { steps: { [key]: body }, pipes: Object.fromEntries(made) });
  };
}
