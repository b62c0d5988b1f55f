import type { AnyAction } from '../../registry/define-action.ts';
import { atLeastOnceTestAction } from './at-least-once.action.ts';
import { flakyTestAction } from './flaky.action.ts';
import { keyedTestAction } from './keyed.action.ts';

/** Actions that only tests have; never in the product's catalogue. */
export const testActions: readonly AnyAction[] = [keyedTestAction, atLeastOnceTestAction, flakyTestAction];
