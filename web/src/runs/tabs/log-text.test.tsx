// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import german from '../../../../locales/de/runs.json';
import actions from '../../../../locales/en/actions.json';
import english from '../../../../locales/en/runs.json';
import { stepTree } from '../../steps/step-tree.ts';
import { renderUi } from '../../testing/render-ui.tsx';
import type { LogLine, StepRow } from '../run-types.ts';
import { logCodes } from './log-codes.ts';
import { LogText } from './log-text.tsx';

// Read as text: what the server writes, not what this page believes that it writes.
const sources = import.meta.glob('../../../../server/src/{runtime,runs,language}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

beforeAll(() => {
  i18next.addResourceBundle('en', 'runs', english);
  i18next.addResourceBundle('en', 'actions', actions);
});

const tree = stepTree({
  steps: [{ id: 'make', name: 'Create the task', type: 'action.call', config: { actionId: 'projects.create_task' } }],
});
const failed = {
  stepPath: 'root.steps[0]',
  error: { code: 'WAIT_TIMED_OUT', message: 'too late', details: {} },
} as unknown as StepRow;

function textOf(code: string, context: Record<string, unknown>, rows: readonly StepRow[] = []): string | null {
  const line = { code, context } as unknown as LogLine;
  const { container } = renderUi(
    <p>
      <LogText line={line} tree={tree} rows={rows} />
    </p>,
  );
  return container.querySelector('p')?.textContent ?? null;
}

test('every code that the server logs has a text in each language', () => {
  const codes = Object.entries(sources)
    .filter(([path]) => !path.endsWith('.test.ts'))
    .flatMap(([, text]) => [
      ...text.matchAll(/continuedLog\([^;]*?'([A-Z_]{4,})'/g),
      ...text.matchAll(/logs\.push\([^;]*?code: '([A-Z_]{4,})'/g),
      ...text.matchAll(/INSERT INTO workflow_run_logs[^;]*?'([A-Z]+_[A-Z_]+)'/g),
    ])
    .map((match) => match[1]);
  expect([...new Set(codes)].toSorted()).toEqual([...logCodes].toSorted());
  expect(Object.keys(english.logs.codes).toSorted()).toEqual([...logCodes].toSorted());
  expect(Object.keys(german.logs.codes).toSorted()).toEqual([...logCodes].toSorted());
});

test('a line names the step and says its error in the words of the reader', () => {
  const context = { stepId: 'make', nodePath: 'root.steps[0]', code: 'WAIT_TIMED_OUT', message: 'too late' };
  expect(textOf('STEP_ERROR_HANDLED', context, [failed])).toBe(
    'Create the task failed: What was waited for did not come in time. The error was caught, and the run went on with Catch.',
  );
});

test('the words of the server stand in for an error of which the values are not at hand', () => {
  const context = { stepId: 'gone', nodePath: 'root.steps[9]', code: 'WAIT_TIMED_OUT', message: 'too late.' };
  expect(textOf('STEP_ERROR_CONTINUED', context)).toBe(
    'gone failed: too late. It is set to let that pass, so the run went on.',
  );
});

test('a code without a text is shown with its values', () => {
  expect(textOf('NEW_CODE', { tries: 3 })).toBe('NEW_CODE tries=3');
});
