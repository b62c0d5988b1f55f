import type { NodeStep } from '../definition/step.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import type { ValidationContext } from './context.ts';
import { issueAt, type ValidationIssue } from './issue.ts';
import { suggest } from './suggest.ts';

/** An event that nobody knows may still come; one that can never carry a key would be waited for in vain. */
export function checkEventWait({ step, path }: WalkedStep, { events }: ValidationContext): ValidationIssue[] {
  const eventName = String((step as NodeStep).config?.eventName);
  const event = events.find((known) => known.eventType === eventName);
  const place = { stepPath: path, stepId: step.id, pointer: '/config/eventName' };
  if (event === undefined) {
    const known = events.map((one) => one.eventType);
    return [issueAt(place, 'EVENT_WAIT_UNKNOWN_EVENT', { eventName }, suggest(eventName, known))];
  }
  return event.correlation.length === 0 ? [issueAt(place, 'EVENT_WAIT_UNCORRELATABLE', { eventName })] : [];
}
