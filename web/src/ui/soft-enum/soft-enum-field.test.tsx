// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import forms from '../../../../locales/en/forms.json';
import { renderUi } from '../../testing/render-ui.tsx';
import { SoftEnumField } from './soft-enum-field.tsx';

beforeAll(() => {
  i18next.addResourceBundle('en', 'forms', forms);
});

const groups = [
  {
    name: 'Suggested',
    options: [
      { value: 'mirrors', label: 'Mirrors' },
      { value: 'maps_to', label: 'Maps to' },
      { value: 'blocks', label: 'Blocks' },
    ],
  },
  { name: 'Used in project-task-mirror', options: [{ value: 'migrated_from', note: '12 links' }] },
];

function Form({ start = '' }: { start?: string }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <SoftEnumField
        label="Relationship"
        value={value}
        onChange={setValue}
        groups={groups}
        newRow={(text) => `Use ${text} as a new relationship`}
      />
      <output aria-label="stored">{value === '' ? 'nothing' : value}</output>
      <button type="button">elsewhere</button>
    </>
  );
}

function render(start?: string) {
  renderUi(<Form {...(start === undefined ? {} : { start })} />);
  return {
    user: userEvent.setup(),
    field: screen.getByRole('combobox', { name: 'Relationship' }) as HTMLInputElement,
    stored: () => screen.getByLabelText('stored').textContent,
  };
}

describe('a field that suggests and takes any text', () => {
  it('a suggestion chosen with the keyboard stores its token and shows its word', async () => {
    const { user, field, stored } = render();
    await user.click(field);
    await user.keyboard('m{ArrowDown}{ArrowDown}{Enter}');
    expect(stored()).toBe('maps_to');
    expect(field.value).toBe('Maps to');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('typing filters by word and by token, and says how many are left', async () => {
    const { user, field } = render();
    await user.click(field);
    expect(screen.getByText('4 options')).toBeTruthy();
    await user.type(field, 'm');
    expect(screen.getByText('3 options')).toBeTruthy();
    expect(screen.queryByRole('option', { name: /Blocks/ })).toBeNull();
    expect(screen.getByRole('option', { name: /migrated_from/ })).toBeTruthy();
  });

  it('the last row takes what is typed as a new token', async () => {
    const { user, field, stored } = render();
    await user.click(field);
    await user.keyboard('copied_to');
    await user.click(screen.getByRole('option', { name: 'Use copied_to as a new relationship' }));
    expect(stored()).toBe('copied_to');
  });

  it('what is typed and left is kept', async () => {
    const { user, field, stored } = render();
    await user.type(field, 'inspired_by');
    await user.click(screen.getByRole('button', { name: 'elsewhere' }));
    expect(stored()).toBe('inspired_by');
    expect(field.value).toBe('inspired_by');
  });

  it('a word that is typed in full stores its token', async () => {
    const { user, field, stored } = render();
    await user.type(field, 'mirrors{Tab}');
    expect(stored()).toBe('mirrors');
    await user.clear(field);
    await user.type(field, 'maps TO{Tab}');
    expect(stored()).toBe('maps_to');
  });

  it('escape gives up what is typed', async () => {
    const { user, field, stored } = render('mirrors');
    await user.click(field);
    await user.keyboard('bl{Escape}');
    expect(stored()).toBe('mirrors');
    expect(field.value).toBe('Mirrors');
  });

  it('an emptied field stores nothing', async () => {
    const { user, field, stored } = render('mirrors');
    await user.clear(field);
    await user.tab();
    expect(stored()).toBe('nothing');
  });
});
