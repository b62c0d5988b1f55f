import type { Change } from '../change.ts';
import type { StepBody, StepKey } from '../document.ts';
import { unchanged } from '../patch.ts';
import { setStepField } from './set-step-field.ts';

/** Gives a step the author's own name; an empty one takes it away. */
export function renameStep(key: StepKey, name: string): Change {
  return (document) => {
    const body = document.steps[key];
    if (body === undefined || !canHaveName(body)) return unchanged(document);
    return setStepField(key, '/name', name.trim() === '' ? undefined : name)(document);
  };
}

/** Control steps are named by what they do: the stored form has no name for them. */
export function canHaveName(body: StepBody): boolean {
  return !body.type.startsWith('control.');
}
