// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import expressions from '../../../../locales/en/expressions.json';
import { renderUi } from '../../testing/render-ui.tsx';
import { createEditor } from '../store/editor.ts';
import { EditorContext } from '../store/editor-context.ts';
import { ReferenceField } from './reference-field.tsx';
import type { Scope } from './scope.ts';

beforeAll(() => {
  i18next.addResourceBundle('en', 'expressions', expressions);
  i18next.addResourceBundle('en', 'actions', {});
  i18next.addResourceBundle('en', 'events', {});
});

const scope: Scope = {
  variables: [
    {
      kind: 'payload',
      path: ['payload'],
      schema: {
        type: 'object',
        properties: { done: { type: 'object' }, count: { type: 'number' }, taskId: { type: 'string' } },
      },
      madeBy: null,
      doubt: null,
    },
  ],
};
const definition = {
  id: 'w',
  version: 1,
  name: 'W',
  payloadSchemaRef: 'payload.Empty.v1',
  trigger: { type: 'event' as const, eventName: 'TASK' },
  steps: [],
};

function Field({ start }: { start: string }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <ReferenceField label="Task" value={value} onChange={setValue} scope={scope} expects={{ type: 'string' }} />
      <output>{value}</output>
    </>
  );
}

function show(start = '') {
  document.body.insertAdjacentHTML('beforeend', '<div id="overlays"></div>');
  const editor = createEditor(definition, { isReadOnly: false });
  renderUi(
    <EditorContext value={editor}>
      <Field start={start} />
    </EditorContext>,
  );
  return userEvent.setup();
}

const written = () => document.querySelector('output')?.textContent;

test('a value is shown as where it comes from and what it is', () => {
  show('payload.taskId');
  expect(screen.getByTitle('payload.taskId')).toHaveTextContent('TriggertaskId');
});

test('the keyboard goes from the source to the field, and what fits comes first', async () => {
  const user = show();
  screen.getByRole('combobox', { name: 'Choose a value for Task' }).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByPlaceholderText('Find a value or type its path'));
  await user.keyboard('{Enter}');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Back to all values',
    'taskIdtext',
    'countnumber',
    'Show 2 more that do not fit',
  ]);
  await user.keyboard('{Enter}');
  expect(written()).toBe('payload.taskId');
});

test('a value that a function makes fit says which', () => {
  show('payload.count');
  expect(screen.getByText('toString(payload.count)')).toBeInTheDocument();
});

test('Delete clears the field', async () => {
  const user = show('payload.taskId');
  screen.getByRole('combobox', { name: 'Change the value of Task' }).focus();
  await user.keyboard('{Delete}');
  expect(written()).toBe('');
});
