import { createContext, use } from 'react';
import type { StepKey } from '../model/document.ts';

/** The step whose fields stand inside. */
export const StepContext = createContext<StepKey | null>(null);

export function useStepKey(): StepKey {
  const key = use(StepContext);
  if (key === null) throw new Error('There is no step around this field');
  return key;
}
