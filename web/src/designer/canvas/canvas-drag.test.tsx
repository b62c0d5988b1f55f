// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { dragTo, driveDesigner, layOutCanvas } from '../testing/designer-driver.tsx';
import { Canvas } from './canvas.tsx';
import { layCanvas } from './canvas-layout.ts';

function drive(options = {}) {
  const driven = driveDesigner(
    <>
      <button type="button" data-palette="transform.assign">
        Assign
      </button>
      <Canvas />
    </>,
    options,
  );
  layOutCanvas();
  const gap = (id: string) => {
    const { document, folded } = driven.editor.store.getState();
    const found = layCanvas(document, folded).gaps.find((each) => each.id === id);
    if (found === undefined) throw new Error(`There is no gap ${id}`);
    return found;
  };
  return {
    ...driven,
    drag: (handle: Element, id: string) => {
      const { axis, y } = gap(id);
      return dragTo(handle, axis + 40, y);
    },
  };
}

describe('dragging', () => {
  test('a card opens the nearest gap, which says where it would go, and moves there', async () => {
    const { card, drag, outline, said, editor } = drive();
    const { drop } = drag(card('Link original and copy'), 'create-or-note/catch:0');
    expect(await screen.findByText('Move here, inside Catch')).toBeVisible();
    drop();
    expect(outline().slice(5, 8)).toEqual([
      '4 Create task in target project',
      '4 Link original and copy',
      '4 Note the failure',
    ]);
    expect(said()).toBe('Link original and copy is moved. In Catch of Try and catch, before Note the failure.');
    expect(editor.store.getState().history.past).toHaveLength(1);
  });

  test('a block takes what it holds with it and says how much', async () => {
    const { card, drag, outline } = drive();
    const { drop } = drag(card('For each'), 'root:0');
    expect(await screen.findByText('and 4 steps inside')).toBeInTheDocument();
    await screen.findByText('Move here');
    drop();
    expect(outline().slice(1, 4)).toEqual(['1 For each', '2 Try and catch', '3 Create task in target project']);
  });

  test('a block cannot go into itself: no gap opens and the ghost says why', async () => {
    const { card, drag, editor } = drive();
    const { drop } = drag(card('For each'), 'create-or-note/try:1');
    expect(await screen.findByText('A block cannot go into itself')).toBeInTheDocument();
    expect(screen.queryByText(/^Move here/)).toBeNull();
    drop();
    expect(editor.store.getState().history.past).toHaveLength(0);
  });

  test('a tile of the palette is put where it is dropped, and selected', async () => {
    const { drag, outline, selected } = drive();
    const { drop } = drag(screen.getByRole('button', { name: 'Assign' }), 'is-mirrored/else:1');
    expect(await screen.findByText('Add Assign here, inside Else')).toBeVisible();
    drop();
    expect(outline().slice(8, 10)).toEqual(['2 Set state', '2 Assign']);
    expect(selected()).toEqual(['Assign']);
  });

  test('Escape puts it back', async () => {
    const { card, drag, outline } = drive();
    drag(card('Set state'), 'root:0');
    await screen.findByText('Move here');
    fireEvent.keyDown(document, { key: 'Escape', code: 'Escape' });
    await waitFor(() => expect(screen.queryByText('Move here')).toBeNull());
    expect(outline()[1]).toBe('1 Read mirror settings');
  });

  test('nothing is dragged where nothing may be changed', () => {
    const { card, drag, editor } = drive({ isReadOnly: true });
    drag(card('Set state'), 'root:0').drop();
    expect(screen.queryByText('Move here')).toBeNull();
    expect(editor.store.getState().document).toBe(editor.store.getState().saved);
  });
});
