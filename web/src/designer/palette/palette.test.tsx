// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { stepsIn } from '../model/document.ts';
import { selectSteps } from '../model/selection.ts';
import { driveDesigner } from '../testing/designer-driver.tsx';
import { sampleCatalog } from '../testing/fixture.ts';
import { paletteGroups } from './groups.ts';
import { InsertPicker } from './insert-picker.tsx';
import { Palette } from './palette.tsx';
import { match, memberNames, searchWords } from './search.ts';

beforeEach(() => localStorage.clear());

const tiles = () => screen.queryAllByRole('listitem').map((tile) => tile.textContent);
const field = () => screen.getByRole('searchbox', { name: 'Find a step or output' });

test('store and links stand in one group, after flow and wait', () => {
  const groups = paletteGroups(sampleCatalog());
  expect(groups.map(({ id }) => id)).toEqual(['flow', 'wait', 'dataStore', 'records', 'transform']);
  expect(groups[2]?.items.map(({ id }) => id)).toEqual(['store.get', 'store.set', 'links.upsert', 'links.lookup']);
});

test('what the runtime cannot run is not offered', () => {
  const catalog = sampleCatalog();
  const wait = catalog.nodes.get('time.wait');
  if (wait === undefined) throw new Error('The sample has no wait');
  const nodes = new Map([...catalog.nodes, ['time.wait', { ...wait, isSupported: false }]]);
  expect(paletteGroups({ ...catalog, nodes }).map(({ id }) => id)).not.toContain('wait');
});

test('a step that is chosen goes after the selection, is selected and said', async () => {
  const { editor, user, said } = driveDesigner(<Palette />);
  editor.select(selectSteps('read-settings'));
  await user.click(screen.getByRole('button', { name: 'Link records' }));
  const { document, selection } = editor.store.getState();
  expect(stepsIn(document, 'root')[1]).toBe('links-upsert');
  expect(selection).toEqual(selectSteps('links-upsert'));
  expect(said()).toBe('Link records is added.');
});

test('without a selection it goes to the end', async () => {
  const { editor, user } = driveDesigner(<Palette />);
  await user.click(screen.getByRole('button', { name: 'Return' }));
  expect(stepsIn(editor.store.getState().document, 'root').at(-1)).toBe('return');
});

test('the search finds by name, id and description, and Enter takes the first', async () => {
  const { editor, user } = driveDesigner(<Palette />);
  await user.type(field(), 'linksUpsert');
  expect(tiles()).toEqual(['Link records']);
  await user.clear(field());
  await user.type(field(), 'tasks{Enter}');
  expect(editor.store.getState().document.steps).toHaveProperty('projects-create-task');
});

test('the name of a group finds all that is in it', async () => {
  const { user } = driveDesigner(<Palette />);
  await user.type(field(), 'data store');
  expect(tiles()).toEqual(['Get value', 'Set value', 'Link records', 'Look up linked records']);
});

test('a search that meets nothing says so', async () => {
  const { user } = driveDesigner(<Palette />);
  await user.type(field(), 'zeppelin');
  expect(screen.getByText('No step is called so, does this or returns this.')).toBeVisible();
});

test('the palette works by the keyboard alone', async () => {
  const { editor, user, focused } = driveDesigner(<Palette />);
  await user.keyboard('/');
  expect(field()).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toHaveTextContent('If');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toHaveTextContent('For each');
  await user.keyboard('{Enter}');
  expect(editor.store.getState().document.steps).toHaveProperty('for-each');
  await user.keyboard('{Home}{ArrowUp}');
  expect(focused()).toBe('Find a step or output');
});

test('a group that is folded stays folded, and a search opens it', async () => {
  const first = driveDesigner(<Palette />);
  await first.user.click(screen.getByRole('button', { name: /Data Store/ }));
  expect(screen.queryByRole('button', { name: 'Get value' })).toBeNull();
  expect(JSON.parse(localStorage.getItem('penstock.designer.palette.folded') ?? '')).toEqual(['dataStore']);
  await first.user.type(field(), 'value');
  expect(screen.getByRole('button', { name: 'Get value' })).toBeVisible();
});

test('the picker puts a step at its place and closes', async () => {
  let closed = 0;
  const { editor, user } = driveDesigner(
    <InsertPicker place={{ pipe: 'each-target/body', index: 0 }} onClose={() => (closed += 1)} />,
  );
  await user.type(field(), 'set value{Enter}');
  expect(stepsIn(editor.store.getState().document, 'each-target/body')[0]).toBe('store-set');
  expect(closed).toBe(1);
});

test('tiles are dragged from the palette, and only chosen in the picker', () => {
  driveDesigner(
    <>
      <Palette />
      <InsertPicker place={{ pipe: 'root', index: 0 }} onClose={() => undefined} />
    </>,
  );
  const [inPalette, inPicker] = screen.getAllByRole('button', { name: 'If' });
  expect(inPalette).toHaveAttribute('data-palette', 'control.if');
  expect(inPicker).not.toHaveAttribute('data-palette');
});

test('words are found in every way of writing them', () => {
  expect(searchWords('listLink_namespaces.v2')).toEqual(['list', 'link', 'namespace', 'v2']);
  expect(searchWords('Entries für Städte')).toEqual(['entry', 'fur', 'stadte']);
  const searched = { label: ['set', 'value'], all: ['set', 'value', 'task', 'id'] };
  expect(match(searchWords('value'), searched)).toBe(2);
  expect(match(searchWords('task_ids'), searched)).toBe(1);
  expect(match(searchWords('set nothing'), searched)).toBe(0);
});

test('names are read at every depth of a schema', () => {
  const schema = {
    type: 'object',
    properties: {
      matches: { type: 'array', items: { properties: { link_id: {} } } },
      to: { anyOf: [{ properties: { id: {} } }] },
    },
  };
  expect(memberNames(schema)).toEqual(['matches', 'to', 'link_id', 'id']);
});
