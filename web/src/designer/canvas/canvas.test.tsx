// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { removeSteps } from '../model/commands/remove-steps.ts';
import { driveDesigner } from '../testing/designer-driver.tsx';
import { largeDefinition, mirrorDefinition } from '../testing/fixture.ts';
import { Canvas } from './canvas.tsx';

const whole = [
  '1 Project task created',
  '1 Read mirror settings',
  '1 If',
  '2 For each',
  '3 Try and catch',
  '4 Create task in target project',
  '4 Link original and copy',
  '4 Note the failure',
  '2 Set state',
  '1 Remember the last task seen',
];

describe('the canvas', () => {
  test('shows the trigger and every step as an outline', () => {
    expect(driveDesigner(<Canvas />).outline()).toEqual(whole);
  });

  test('is one stop of the tab key', () => {
    driveDesigner(<Canvas />);
    expect(screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0)).toHaveLength(1);
  });

  test('a click selects a step, with Ctrl one more, with Shift all between', async () => {
    const { user, card, selected } = driveDesigner(<Canvas />);
    await user.click(card('Read mirror settings'));
    expect(selected()).toEqual(['Read mirror settings']);
    await user.keyboard('{Control>}');
    await user.click(card('Set state'));
    await user.keyboard('{/Control}');
    expect(selected()).toEqual(['Read mirror settings', 'Set state']);
    await user.keyboard('{Shift>}');
    await user.click(card('For each'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['Read mirror settings', 'If', 'For each']);
  });

  test('a folded branch says how many steps it holds and opens by click', async () => {
    const { user, editor, outline } = driveDesigner(<Canvas />);
    await user.click(screen.getByRole('button', { name: 'Fold Else of If' }));
    expect(outline()).toContain('2 Else of If');
    expect(screen.getByRole('treeitem', { name: 'Else of If' })).toHaveTextContent('1 step folded');
    await user.click(screen.getByRole('treeitem', { name: 'Else of If' }));
    expect(outline()).toEqual(whole);
    expect(editor.store.getState().folded.size).toBe(0);
  });

  test('whoever selects everything from the trigger has the keyboard on a selected step then', async () => {
    const { user, card } = driveDesigner(<Canvas />);
    await user.click(card('Project task created'));
    await user.keyboard('{Control>}a{/Control}');
    expect(card('Read mirror settings')).toHaveFocus();
  });

  test('everything folds and unfolds at once', async () => {
    const { user, outline } = driveDesigner(<Canvas />);
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    expect(outline()).toEqual([whole[0], whole[1], whole[2], whole[9]]);
    await user.click(screen.getByRole('button', { name: 'Unfold all' }));
    expect(outline()).toEqual(whole);
  });

  test('only what is in sight of a long workflow is drawn', () => {
    const { outline } = driveDesigner(<Canvas />, { definition: largeDefinition(1000) });
    expect(outline().length).toBeLessThan(60);
  });

  test('a workflow without steps says how to begin', () => {
    driveDesigner(<Canvas />, { definition: { ...mirrorDefinition, steps: [] } });
    expect(screen.getByText('No steps yet')).toBeVisible();
  });

  test('somebody who may only look finds no insert point', () => {
    driveDesigner(<Canvas />, { isReadOnly: true });
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  });
});

describe('the canvas by keyboard', () => {
  test('arrows walk the outline, in and out of blocks', async () => {
    const { focus, press, focused } = driveDesigner(<Canvas />);
    focus('If');
    await press('{ArrowRight}');
    expect(focused()).toBe('For each');
    await press('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Create task in target project');
    await press('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('For each');
    await press('{End}');
    expect(focused()).toBe('Remember the last task seen');
    await press('{Home}');
    expect(focused()).toBe('Project task created');
  });

  test('Shift and arrows select several', async () => {
    const { focus, press, selected } = driveDesigner(<Canvas />);
    focus('Create task in target project');
    await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toEqual(['Create task in target project', 'Link original and copy', 'Note the failure']);
  });

  test('a step is picked up, walked over the gaps and dropped in another branch, all of it said aloud', async () => {
    const { editor, focus, press, said, outline, focused } = driveDesigner(<Canvas />);
    focus('Link original and copy');
    await press(' ');
    expect(said()).toMatch(/^Link original and copy is picked up\./);
    await press('{ArrowDown}');
    expect(said()).toBe('In Catch of Try and catch, before Note the failure.');
    expect(screen.getByText('Move here, inside Catch')).toBeVisible();
    await press('{ArrowDown}');
    expect(said()).toBe('In Catch of Try and catch, after Note the failure.');
    await press(' ');
    expect(said()).toBe('Link original and copy is moved. In Catch of Try and catch, after Note the failure.');
    expect(outline().slice(5, 8)).toEqual([
      '4 Create task in target project',
      '4 Note the failure',
      '4 Link original and copy',
    ]);
    expect(focused()).toBe('Link original and copy');
    editor.undo();
    expect(editor.store.getState().document).toEqual(editor.store.getState().saved);
  });

  test('left leaves the branch and right enters one while a step is carried', async () => {
    const { focus, press, said } = driveDesigner(<Canvas />);
    focus('Note the failure');
    await press(' {ArrowLeft}');
    expect(said()).toBe('In Each target of For each, after Try and catch.');
    await press('{ArrowLeft}{ArrowLeft}');
    expect(said()).toBe('Between If and Remember the last task seen.');
    await press('{ArrowRight}');
    expect(said()).toBe('In Then of If, before For each.');
  });

  test('a block is offered no place inside itself', async () => {
    const { focus, press, said } = driveDesigner(<Canvas />);
    focus('For each');
    await press(' {ArrowDown}');
    expect(said()).toBe('In Else of If, before Set state.');
  });

  test('Escape gives up, and nothing has changed', async () => {
    const { editor, focus, press, said, outline } = driveDesigner(<Canvas />);
    focus('Set state');
    await press(' {ArrowUp}{Escape}');
    expect(said()).toBe('Set state stays where it was.');
    expect(outline()).toEqual(whole);
    expect(editor.store.getState().history.past).toHaveLength(0);
  });

  test('selected steps are carried together, as one entry of the history', async () => {
    const { editor, focus, press, said, outline } = driveDesigner(<Canvas />);
    focus('Create task in target project');
    await press('{Shift>}{ArrowDown}{/Shift} ');
    expect(said()).toMatch(/^2 steps are picked up\./);
    await press('{ArrowDown}{ArrowDown} ');
    expect(outline().slice(5, 9)).toEqual([
      '4 Try of Try and catch',
      '4 Note the failure',
      '4 Create task in target project',
      '4 Link original and copy',
    ]);
    expect(editor.store.getState().history.past).toHaveLength(1);
  });

  test('a step that may only be looked at is not picked up', async () => {
    const { focus, press, said } = driveDesigner(<Canvas />, { isReadOnly: true });
    focus('Set state');
    await press(' ');
    expect(said()).toBe('');
  });

  test('A asks what comes after the step with the keyboard', async () => {
    const { focus, press } = driveDesigner(<Canvas />);
    focus('Read mirror settings');
    await press('a');
    expect(await screen.findByRole('dialog', { name: 'Add a step' })).toBeVisible();
  });

  test('what is added after a step has the keyboard then', async () => {
    const { focus, press, user, focused, outline } = driveDesigner(<Canvas />);
    focus('Read mirror settings');
    await press('a');
    await user.click(await screen.findByRole('button', { name: 'Assign' }));
    expect(outline()[2]).toBe('1 Assign');
    expect(focused()).toBe('Assign');
  });

  test('the menu of a step does what its keys do', async () => {
    const { user, outline, focused } = driveDesigner(<Canvas />);
    await user.click(screen.getByRole('button', { name: 'Actions for Set state' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Duplicate/ }));
    expect(outline().filter((line) => line === '2 Set state')).toHaveLength(2);
    expect(focused()).toBe('Set state');
  });

  test('when a step is gone the keyboard is on the one in its place', async () => {
    const { editor, focus, focused } = driveDesigner(<Canvas />);
    focus('Note the failure');
    act(() => editor.run(removeSteps(['note-failure'])));
    expect(focused()).toBe('Catch of Try and catch');
  });

  test('steps are found by their settings, and one that is folded away is shown', async () => {
    const { user, press, selected } = driveDesigner(<Canvas />);
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    await press('{Control>}f{/Control}');
    await user.type(screen.getByRole('searchbox', { name: 'Find in this workflow' }), 'NOT_MIRRORED{Enter}');
    expect(screen.getByText('1 of 1')).toBeVisible();
    expect(selected()).toEqual(['Set state']);
  });
});
