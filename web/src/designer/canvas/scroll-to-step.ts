import type { StepKey } from '../model/document.ts';
import { stopOfStep } from './canvas-layout.ts';
import { scrollToStop } from './canvas-store.ts';

/** Brings a step into sight. */
export function scrollToStep(key: StepKey): void {
  scrollToStop(stopOfStep(key));
}
