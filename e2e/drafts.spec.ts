import { expect, type Page, test } from '@playwright/test';
import { Designer } from './support/designer.ts';
import { createWorkflow, goTo, publish, signIn } from './support/workspace.ts';

const steps = [
  { id: 'one', type: 'state.set', name: 'First note', config: { state: 'ONE' } },
  { id: 'two', type: 'state.set', name: 'Second note', config: { state: 'TWO' } },
];

const drafts = '**/trpc/workflows.updateDraft**';

async function rename(designer: Designer, from: string, to: string): Promise<void> {
  await designer.card(from).click();
  const name = designer.inspector.getByRole('textbox', { name: 'Name of the step' });
  await name.fill(to);
  await name.press('Enter');
  await expect(designer.card(to)).toBeVisible();
}

async function open(page: Page, workflowId: string): Promise<Designer> {
  await page.goto(`/workflows/${workflowId}`);
  const designer = new Designer(page);
  await expect(designer.card('First note')).toBeVisible();
  return designer;
}

test('two tabs edit one draft and nothing is lost', async ({ page, context, baseURL }) => {
  await signIn(page, baseURL);
  const { workflowId } = await createWorkflow(page, { name: 'Two hands', steps });
  const first = await open(page, workflowId);
  const other = await context.newPage();
  const second = await open(other, workflowId);

  // The tab where nobody works follows.
  await rename(first, 'First note', 'Note of the first tab');
  await expect(second.card('Note of the first tab')).toBeVisible();

  // Both have changed it, the second without a connection.
  await other.route(drafts, (route) => route.abort());
  await rename(second, 'Second note', 'Note of the second tab');
  await rename(second, 'Note of the first tab', 'What the second tab says');
  await expect(other.getByText('Could not save')).toBeAttached();
  await rename(first, 'Note of the first tab', 'What the first tab says');
  await first.expectSaved();
  await other.unroute(drafts);
  await other.getByRole('button', { name: 'Save now' }).click();
  await other.getByRole('button', { name: 'Compare' }).click();
  const rows = other.getByRole('dialog').getByRole('list', { name: 'What differs' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Only you have changed it' })).toContainText('Note of the second tab');
  const both = rows.filter({ hasText: 'Both have changed it' });
  await expect(both).toContainText('What the first tab says');
  await both.getByText('Other', { exact: true }).first().click();
  await other.getByRole('button', { name: 'Save this choice' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  for (const designer of [first, second]) {
    await designer.expectPipe(['1 Started by hand', '1 What the first tab says', '1 Note of the second tab']);
  }
});

test('a draft that cannot be saved asks before it is left', async ({ page, baseURL }) => {
  await signIn(page, baseURL);
  const { workflowId } = await createWorkflow(page, { name: 'Out of reach', steps });
  const designer = await open(page, workflowId);
  await page.route(drafts, (route) => route.abort());
  await rename(designer, 'First note', 'Only on this screen');

  await goTo(page, 'Runs');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toContainText('will be lost');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(designer.card('Only on this screen')).toBeVisible();

  await page.unroute(drafts);
  await goTo(page, 'Runs');
  await expect(page.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(designer.card('Only on this screen')).toBeVisible();
});

test('an author starts a run with a form', async ({ page, baseURL }) => {
  await signIn(page, baseURL);
  const { workflowId } = await createWorkflow(page, {
    name: 'Remember a title',
    payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
    steps: [
      {
        id: 'remember',
        type: 'action.call',
        config: {
          actionId: 'store.set',
          version: 1,
          inputMapping: { namespace: 'titles-1', key: { $expr: 'payload.taskId' }, value: { $expr: 'payload.title' } },
        },
      },
    ],
  });
  await publish(page, workflowId);
  await page.goto(`/workflows/${workflowId}`);

  await page.getByRole('button', { name: 'Run now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Use the example' }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Typed into the form');
  await dialog.getByRole('button', { name: 'Run now' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Succeeded' }).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('table', { name: 'Changes made' })).toContainText('Typed into the form');
});

test('versions are compared, an older one comes back, and undo takes that back', async ({ page, baseURL }) => {
  await signIn(page, baseURL);
  const { workflowId } = await createWorkflow(page, { name: 'Twice live', steps });
  const designer = await open(page, workflowId);
  await designer.publish();
  await expect(page.getByText('v1 live')).toBeVisible();
  await rename(designer, 'First note', 'Better words');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const changes = page.getByRole('dialog').getByRole('list', { name: 'What differs' });
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await expect(changes).toContainText('Better words');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('v2 live')).toBeVisible();

  await page.getByText('Versions', { exact: true }).click();
  const versions = page.getByRole('navigation', { name: 'Published versions' });
  await expect(versions.getByRole('button')).toHaveCount(2);
  await versions.getByRole('button', { name: /^Version 1/ }).click();
  await expect(page.getByRole('list', { name: 'What differs' })).toContainText('First note');
  await page.getByRole('button', { name: 'Bring version 1 back' }).click();
  await expect(designer.card('First note')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(designer.card('Better words')).toBeVisible();
});
