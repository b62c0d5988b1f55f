// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { act } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import actions from '../../../../locales/en/actions.json';
import expressions from '../../../../locales/en/expressions.json';
import forms from '../../../../locales/en/forms.json';
import inspector from '../../../../locales/en/inspector.json';
import { renderUi } from '../../testing/render-ui.tsx';
import { selectSteps } from '../model/selection.ts';
import { type ActionEntry, type Catalog, CatalogContext } from '../store/catalog.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { EditorContext } from '../store/editor-context.ts';
import { Inspector } from './inspector.tsx';

beforeAll(() => {
  for (const [name, texts] of Object.entries({ actions, expressions, forms, inspector })) {
    i18next.addResourceBundle('en', name, texts);
  }
});

const createTask = {
  id: 'projects.create_task',
  version: 1,
  group: 'projects',
  effect: 'transactional',
  permission: 'project:write',
  keyField: null,
  retryHint: null,
  errors: [],
  examples: [],
  editor: {},
  inputSchema: {
    type: 'object',
    properties: { title: { type: 'string', minLength: 1, maxLength: 20 }, status: { type: 'string' } },
    required: ['title'],
  },
  outputSchema: { type: 'object', properties: { task_id: { type: 'string' } }, required: ['task_id'] },
} as unknown as ActionEntry;

const catalog: Catalog = {
  groups: [{ group: 'projects', labelKey: '', actions: [createTask] }],
  actions: new Map([[createTask.id, createTask]]),
  nodes: new Map(),
  events: new Map(),
  payloads: new Map(),
};

const definition = {
  id: 'w',
  name: 'W',
  version: 1,
  payloadSchemaRef: 'payload.Any.v1',
  steps: [
    {
      id: 'make',
      type: 'action.call',
      config: { actionId: createTask.id, version: 1, inputMapping: {}, saveAs: 'task' },
    },
    { id: 'each', type: 'control.forEach', items: { $expr: '' }, itemVar: 'item', body: [] },
  ],
};

function show(key: string, options: { isReadOnly?: boolean } = {}): Editor {
  const editor = createEditor(definition as never, { isReadOnly: options.isReadOnly ?? false });
  editor.select(selectSteps(key));
  renderUi(
    <CatalogContext value={catalog}>
      <EditorContext value={editor}>
        <Inspector trigger={<p>the trigger</p>} workflow={<p>the workflow</p>} />
      </EditorContext>
    </CatalogContext>,
  );
  return editor;
}

function config(editor: Editor) {
  return editor.store.getState().document.steps.make?.config as { inputMapping: object; saveAs?: string };
}

function way(field: string, name: RegExp) {
  return within(screen.getByRole('radiogroup', { name: `How ${field} is given` })).getByRole('radio', { name });
}

describe('the inspector', () => {
  it('what is typed as a fixed value is stored, and undone as one', async () => {
    const user = userEvent.setup();
    const editor = show('make');
    await user.click(way('Title', /Fixed/));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Order desks');
    expect(config(editor).inputMapping).toEqual({ title: 'Order desks' });
    act(() => editor.undo());
    expect(config(editor).inputMapping).toEqual({});
  });

  it('another way and back loses nothing', async () => {
    const user = userEvent.setup();
    const editor = show('make');
    await user.click(way('Title', /Fixed/));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Desks');
    await user.click(way('Title', /Reference/));
    expect(config(editor).inputMapping).toEqual({});
    await user.click(way('Title', /Fixed/));
    expect(config(editor).inputMapping).toEqual({ title: 'Desks' });
  });

  it('a text that is too long says so under its field', async () => {
    const user = userEvent.setup();
    show('make');
    await user.click(way('Title', /Fixed/));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Order twelve new desks');
    expect(screen.getByText('Use at most 20 characters')).toBeTruthy();
  });

  it('a finding stands at the field that it speaks of', () => {
    const editor = show('make');
    act(() =>
      editor.setIssues([
        {
          severity: 'error',
          code: 'MISSING_REQUIRED_MAPPING',
          params: { actionId: createTask.id, field: 'title' },
          suggestion: null,
          at: { kind: 'step', key: 'make' },
          pointer: '/config/inputMapping/title',
        },
      ]),
    );
    const field = document.querySelector('[data-pointer="/config/inputMapping/title"]');
    expect(field?.textContent).toContain('Needs a value');
  });

  it('what is given meanwhile is not asked for until validation looks again', async () => {
    const user = userEvent.setup();
    const editor = show('make');
    const pointer = '/config/inputMapping/title';
    const at = { kind: 'step', key: 'make' } as const;
    const code = 'MISSING_REQUIRED_MAPPING';
    act(() => editor.setIssues([{ severity: 'error', code, params: {}, suggestion: null, at, pointer }]));
    await user.click(way('Title', /Fixed/));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'D');
    expect(screen.queryByText('Needs a value')).toBeNull();
  });

  it('somebody who is sent to a field finds the focus in it, whatever tab it is on', async () => {
    const editor = show('make');
    act(() => editor.reveal(selectSteps('make'), '/config/saveAs'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' })));
  });

  it('an empty name of the item is not stored and stays in the field', async () => {
    const user = userEvent.setup();
    const editor = show('each');
    const field = screen.getByRole('textbox', { name: 'Name of the item' });
    await user.clear(field);
    expect(screen.getByText('Give the item a name, for example target')).toBeTruthy();
    expect(editor.store.getState().document.steps.each?.itemVar).toBe('item');
    await user.type(field, 'target');
    expect(editor.store.getState().document.steps.each?.itemVar).toBe('target');
  });

  it('a new name is one change, and escape gives it up', async () => {
    const user = userEvent.setup();
    const editor = show('make');
    const name = screen.getByRole('textbox', { name: 'Name of the step' });
    await user.clear(name);
    await user.type(name, 'Make the task{Enter}');
    expect(editor.store.getState().document.steps.make?.name).toBe('Make the task');
    expect(editor.store.getState().history.past).toHaveLength(1);
    await user.type(name, ' again{Escape}');
    expect(editor.store.getState().document.steps.make?.name).toBe('Make the task');
  });

  it('several steps are counted and can be deleted together', async () => {
    const user = userEvent.setup();
    const editor = show('make');
    act(() => editor.select(selectSteps('make', 'each')));
    expect(screen.getByText('2 steps selected')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(editor.store.getState().document.pipes.root).toEqual([]);
    expect(screen.getByText('the workflow')).toBeTruthy();
  });

  it('somebody who may only look changes nothing', async () => {
    const user = userEvent.setup();
    const editor = show('make', { isReadOnly: true });
    const name = screen.getByRole('textbox', { name: 'Name of the step' });
    await user.type(name, 'x{Enter}');
    expect(editor.store.getState().document.steps.make?.name).toBeUndefined();
    expect(screen.queryByRole('button', { name: 'More for this step' })).toBeNull();
  });
});
