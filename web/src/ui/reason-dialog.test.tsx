// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../testing/render-ui.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

test('nothing happens without a reason, and with one it is handed over without its blanks', async () => {
  const onConfirm = vi.fn();
  renderUi(
    <ReasonDialog
      opened
      title="Cancel?"
      effect="It stops."
      verb="Cancel run"
      busy={false}
      error={null}
      onConfirm={onConfirm}
      onClose={() => undefined}
    />,
  );
  await userEvent.type(screen.getByLabelText('Reason'), '  ab ');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel run' }));
  expect(onConfirm).not.toHaveBeenCalled();
  expect(screen.getByText(/at least 3 characters/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('Reason'), 'c ');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel run' }));
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith('ab c');
});
