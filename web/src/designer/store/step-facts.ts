import type { StepBody } from '../model/document.ts';

/** The action that a step calls; null = it calls none. */
export function actionIdOf(body: StepBody): string | null {
  const { config } = body;
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return null;
  return typeof config.actionId === 'string' ? config.actionId : null;
}
