// @vitest-environment jsdom
import { render } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import actions from '../../../../locales/en/actions.json';
import common from '../../../../locales/en/common.json';
import events from '../../../../locales/en/events.json';
import steps from '../../../../locales/en/steps.json';
import { useStepSummary } from './use-step-summary.tsx';

await i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { common, actions, events, steps } },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
});

function Summary({ step }: { step: { type: string } }) {
  return <p>{useStepSummary()(step)}</p>;
}

/** Objects as **object**, code as `code`. */
function written(step: { type: string; [field: string]: unknown }): string {
  const { container, unmount } = render(<Summary step={step} />);
  for (const node of container.querySelectorAll('strong')) node.textContent = `**${node.textContent}**`;
  for (const node of container.querySelectorAll('code')) node.textContent = `\`${node.textContent}\``;
  const text = container.textContent;
  unmount();
  return text;
}

const call = (actionId: string, inputMapping: object) => ({
  type: 'action.call',
  config: { actionId, version: 1, inputMapping },
});
const expr = ($expr: string) => ({ $expr });

test.each([
  [{ type: 'control.if', condition: expr('config.found'), then: [] }, 'If `config.found`'],
  [
    { type: 'control.forEach', items: expr('config.value.targets'), itemVar: 'target', body: [] },
    '**target** in `config.value.targets`, one at a time',
  ],
  [
    { type: 'control.forEach', items: expr('vars.list'), itemVar: 'task', concurrency: 4, body: [] },
    '**task** in `vars.list`, 4 at once',
  ],
  [{ type: 'control.tryCatch', try: [], catch: [], captureErrorAs: 'err' }, 'An error is kept as `err`'],
  [{ type: 'time.wait', config: { mode: 'duration', durationMs: 5_400_000 } }, 'For **1 h 30 min**'],
  [{ type: 'time.wait', config: { mode: 'until', until: expr('payload.dueAt') } }, 'Until `payload.dueAt`'],
  [
    { type: 'event.wait', config: { eventName: 'PROJECT_TASK_CREATED', correlationKey: expr('payload.taskId') } },
    'Until **Project task created** comes for `payload.taskId`',
  ],
  [{ type: 'state.set', config: { state: 'MIRRORED' } }, 'The run is **MIRRORED** from here on'],
  [{ type: 'transform.assign', config: { assign: { 'vars.a': expr('1 + 1') } } }, '`vars.a` becomes `1 + 1`'],
  [
    { type: 'transform.assign', config: { assign: { 'vars.a': expr('1'), 'vars.b': expr('2') } } },
    '`vars.a` and 1 more value',
  ],
])('a step of the language is said in words: %j', (step, expected) => expect(written(step)).toBe(expected));

test('an id is shown by its beginning', () => {
  const step = call('projects.find_task', { task_id: 'c81f3a52-0198-7000-8000-000000000000' });
  expect(written(step)).toContain('`c81f3a52…`');
});

const from = { type: 'project_task', id: expr('payload.taskId') };

test.each([
  [
    call('store.set', { namespace: 'sync-cursor', key: expr('payload.projectId') }),
    'Set **sync-cursor** / `payload.projectId`',
  ],
  [call('store.increment', { namespace: 'tasks', key: 'made' }), 'Add **1** to **tasks** / **made**'],
  [
    call('links.upsert', {
      namespace: 'project-task-mirror',
      from,
      to: { type: 'own_thing', id: expr('x') },
      relation: 'mirrors',
    }),
    'Link **Project task** to **own_thing** as **Mirrors**',
  ],
  [
    call('links.lookup', { namespace: 'project-task-mirror', from, direction: 'forward' }),
    'Find **project-task-mirror** links from `payload.taskId`',
  ],
  [
    call('links.lookup', { namespace: 'mirrors', from, direction: 'reverse' }),
    'Find **mirrors** links to `payload.taskId`',
  ],
  [
    call('projects.create_task', { title: expr('payload.title'), project_id: expr('target') }),
    'Create `payload.title` in `target`',
  ],
])('a call of an action is said in words: %j', (step, expected) => expect(written(step)).toBe(expected));

test.each([
  [{ type: 'control.if', condition: expr(''), then: [] }, 'Needs a condition'],
  [{ type: 'control.callWorkflow', workflowKey: '', workflowVersion: 1 }, 'Needs a workflow to run'],
  [call('store.get', {}), 'Needs a collection'],
  [call('store.get', { namespace: 'sync-cursor' }), 'Needs a key'],
  [call('links.upsert', { namespace: 'a', from: { type: 'project_task' } }), 'Needs the from record'],
])('a step that is not finished says what it needs: %j', (step, expected) => expect(written(step)).toBe(expected));

test('what an author wrote is shown as it is, with markup and placeholders in it', () => {
  const step = { type: 'control.if', condition: expr('a<b and b>c & "{{name}}" & "<strong>x</strong>"'), then: [] };
  expect(written(step)).toBe('If `a<b and b>c & "{{name}}" & "<strong>x</strong>"`');
});

test('an action without a sentence is described', () => {
  expect(written({ type: 'state.set' })).toBe('Needs the name of a state');
  expect(written({ type: 'action.call', config: { actionId: 'projects.unheard_of' } })).toBe('');
});

test('settings of a wrong form are no reason to fail', () => {
  expect(written({ type: 'time.wait', config: 'soon' })).toBe('Needs how long to wait');
  expect(written({ type: 'action.call', config: { actionId: 'links.upsert', inputMapping: { from: 1 } } })).toBe(
    'Needs a collection',
  );
});
