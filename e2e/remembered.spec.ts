import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { createProject, goTo, send, signIn } from './support/workspace.ts';

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`),
    where,
  ).toEqual([]);
}

test.beforeEach(async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, baseURL);
});

test('two people change one entry, nothing is lost, and an old value comes back', async ({ page, context }) => {
  const collection = `sync-cursor-${Date.now()}`;
  await goTo(page, 'Data');
  await page.getByRole('button', { name: 'New entry' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Collection').fill(collection);
  await dialog.getByLabel('Key').fill('acme');
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'JSON' }).click();
  await dialog.getByLabel('JSON', { exact: true }).fill('{"seen": 1,\n"at": }');
  await dialog.getByRole('button', { name: 'Create entry' }).click();
  await expect(dialog.getByText('unexpected } in line 2')).toBeVisible();
  await dialog.getByLabel('JSON', { exact: true }).fill('{"seen": 1}');
  await dialog.getByRole('button', { name: 'Create entry' }).click();
  await expect(dialog).toBeHidden();
  const panel = page.getByRole('complementary', { name: 'Entry acme' });
  await expect(panel.getByText('revision 1', { exact: true })).toBeVisible();
  await expectAccessible(page, 'an entry');

  // Somebody else has the page open and hears of the change; then both edit at once.
  const other = await context.newPage();
  await other.setViewportSize(page.viewportSize() ?? { width: 1440, height: 900 });
  await other.goto(`/data?collection=${collection}&entry=acme`);
  await expect(other.getByText('revision 1', { exact: true })).toBeVisible();
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByRole('dialog').getByLabel('JSON', { exact: true }).fill('{"seen": 20}');
  await send(page, 'PUT', `/workflow/store/${collection}/acme`, { value: { seen: 2 }, reason: 'missed one' });
  await expect(panel.getByText('missed one')).toBeVisible();

  await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Somebody changed this entry while you did')).toBeVisible();
  await expectAccessible(other, 'a conflict');
  await other.getByRole('button', { name: 'Write mine over revision 2' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  await expect(panel.getByText('revision 3', { exact: true })).toBeVisible();

  await panel.getByRole('button', { name: 'Revert to revision 1' }).click();
  await dialog.getByLabel('Reason').fill('both were wrong');
  await dialog.getByRole('button', { name: 'Revert', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText('both were wrong')).toBeVisible();
  await expect(panel.getByLabel('Value of acme')).toContainText('"seen": 1');
  await expect(panel.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(4);
});

test('links around a record are walked from one record to the next, with the keyboard too', async ({ page }) => {
  const collection = `walk-${Date.now()}`;
  const project = await createProject(page, `Kestrel ${collection}`);
  const task = await send<{ id: string }>(page, 'POST', '/v1/project-tasks', {
    projectId: project.id,
    title: `Rotate keys ${collection}`,
  });
  const center = { type: 'project_task', id: task.id };
  const link = (from: object, to: object, relation: string) =>
    send(page, 'POST', `/workflow/links/${collection}`, { from, to, relation });
  await link(center, { type: 'ticket', id: '48213' }, 'mirrors');
  await link({ type: 'ticket', id: '48213' }, { type: 'invoice', id: 'INV-7' }, 'blocks');

  await page.goto(`/data?collection=${collection}`);
  const around = page.getByRole('region', { name: 'Links around a record' });
  await expect(around.getByText(`Rotate keys ${collection}`).first()).toBeVisible();
  await around.getByRole('link', { name: 'Show the links around 48213' }).press('Enter');
  await expect(around.getByRole('link', { name: 'Show the links around INV-7' })).toBeVisible();
  await expectAccessible(page, 'links around a record');

  await around.getByRole('link', { name: /^blocks: 48213 to INV-7/ }).press('Enter');
  const panel = page.getByRole('complementary', { name: 'Link' });
  await panel.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete link' }).click();
  await expect(around.getByRole('link', { name: 'Show the links around INV-7' })).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Links 1' })).toBeVisible();
});
