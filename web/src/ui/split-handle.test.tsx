// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../testing/render-ui.tsx';
import { SplitHandle } from './split-handle.tsx';

const sizes = { size: 300, min: 200, max: 320 };

test('arrow keys move the line, and it stops at its limits', async () => {
  const set = vi.fn();
  await renderUi(<SplitHandle label="Width" axis="inline" side="before" {...sizes} set={set} />);
  screen.getByRole('separator', { name: 'Width' }).focus();

  await userEvent.keyboard('{ArrowLeft}{ArrowRight}{ArrowUp}');

  expect(set.mock.calls).toEqual([[276], [320]]);
});

test('the part below grows when the line goes up', async () => {
  const set = vi.fn();
  await renderUi(<SplitHandle label="Height" axis="block" side="after" {...sizes} size={250} set={set} />);
  screen.getByRole('separator', { name: 'Height' }).focus();

  await userEvent.keyboard('{ArrowUp}{ArrowDown}');

  expect(set.mock.calls).toEqual([[274], [226]]);
});
