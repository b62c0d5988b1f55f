import type { JsonObject } from '@penstock/server/language';
import type { StepBody } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';

/** Fields that a new step leaves open, by the place at which a finding stands. */
export const NeededFields = [
  'condition',
  'items',
  'correlationKey',
  'eventName',
  'state',
  'workflow',
  'until',
] as const;
export type NeededField = (typeof NeededFields)[number];

const FIELD_AT: Readonly<Record<string, NeededField>> = {
  '/condition': 'condition',
  '/items': 'items',
  '/config/correlationKey': 'correlationKey',
  '/config/eventName': 'eventName',
  '/config/state': 'state',
  '/workflowKey': 'workflow',
  '/config/until': 'until',
};

/** The field that a finding only finds empty; null = it holds something that is wrong, or is not one of those fields. */
export function neededField({ code, params, pointer }: DesignIssue, body: StepBody | undefined): NeededField | null {
  const field = FIELD_AT[pointer.replace(/\/\$expr$/, '')] ?? null;
  if (field === null || body === undefined) return null;
  const isEmpty =
    code === 'EMPTY_EXPRESSION' ||
    (code === 'CALL_TARGET_UNKNOWN' && params.target === '') ||
    (code === 'INVALID_CONFIG' && isEmptyText(body, field));
  return isEmpty ? field : null;
}

function isEmptyText({ config }: StepBody, field: NeededField): boolean {
  const value = (config as JsonObject | undefined)?.[field];
  return value === undefined || value === '';
}
