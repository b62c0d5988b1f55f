import { describe, expect, it } from 'vitest';
import type { StepBody } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';
import { neededField } from './needed-field.ts';

const issue = (code: string, pointer: string, params = {}): DesignIssue => ({
  severity: 'error',
  code,
  params,
  suggestion: null,
  at: { kind: 'step', key: 'a' },
  pointer,
});
const wait = (eventName: string): StepBody => ({ id: 'a', type: 'event.wait', config: { eventName } });

describe('a field that is still empty', () => {
  it('is known by its place', () => {
    const block = { id: 'a', type: 'control.if' } as StepBody;
    expect(neededField(issue('EMPTY_EXPRESSION', '/condition/$expr'), block)).toBe('condition');
    expect(neededField(issue('CALL_TARGET_UNKNOWN', '/workflowKey', { target: '' }), block)).toBe('workflow');
    expect(neededField(issue('INVALID_CONFIG', '/config/eventName'), wait(''))).toBe('eventName');
  });

  it('is told from one that holds something wrong', () => {
    expect(neededField(issue('INVALID_CONFIG', '/config/eventName'), wait('x'.repeat(300)))).toBeNull();
    expect(neededField(issue('CALL_TARGET_UNKNOWN', '/workflowKey', { target: 'gone' }), wait(''))).toBeNull();
    expect(neededField(issue('INVALID_EXPR', '/condition/$expr'), wait(''))).toBeNull();
  });

  it('is not made up for fields without a name of their own', () => {
    expect(neededField(issue('EMPTY_EXPRESSION', '/config/assign/vars.a/$expr'), wait(''))).toBeNull();
  });
});
