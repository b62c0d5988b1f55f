import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';

const bundle = path.join(import.meta.dirname, '../server/src/demo/bundles/project-task-mirror.v1.json');
const pictures = path.join(import.meta.dirname, '../test-results/pictures');
mkdirSync(pictures, { recursive: true });

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

async function createProject(page: Page, name: string): Promise<string> {
  await goTo(page, 'Projects');
  await page.getByRole('button', { name: 'New project' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** As a script of the signed-in person would: same origin, same session. */
async function send(page: Page, method: string, route: string, body: unknown): Promise<unknown> {
  return page.evaluate(
    async ([verb, url, text]) => {
      const answer = await fetch(url, { method: verb, headers: { 'content-type': 'application/json' }, body: text });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    [method, `/api${route}`, JSON.stringify(body)] as const,
  );
}

test('from an empty server to a mirrored task, watched live', async ({ page, context }) => {
  // The first visit makes the owner.
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Welcome to Penstock' })).toBeVisible();
  await picture(page, 'set-up');
  await expectAccessible(page, 'set-up');
  await page.getByLabel('Your name').fill('Maja Lindqvist');
  await page.getByLabel('E-mail').fill('maja@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('No workflows yet')).toBeVisible();
  await expectAccessible(page, 'no workflows');

  // The bundle says what it will do before it does it.
  await page.getByRole('button', { name: 'Import bundle' }).first().click();
  await page.locator('input[type=file]').setInputFiles(bundle);
  await expect(page.getByRole('list', { name: 'What the import does' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Active' })).toHaveCount(2);
  await expectAccessible(page, 'workflows');

  // Two projects; tasks of the first are to be mirrored in the second.
  const source = await createProject(page, 'Website relaunch');
  const target = await createProject(page, 'Client portal');
  await send(page, 'PUT', `/workflow/store/project-task-mirror-targets/${source}`, { value: target });

  // One tab shows the second project and another the runs; neither is reloaded from here on.
  const watcher = await context.newPage();
  await watcher.goto(`/projects/${target}`);
  await expect(watcher.getByText('No tasks yet')).toBeVisible();
  const runs = await context.newPage();
  await runs.goto('/runs');
  await expect(runs.getByText('No runs yet')).toBeVisible();

  await page.goto(`/projects/${source}`);
  await page.getByRole('button', { name: 'New task' }).first().click();
  await page.getByRole('dialog').getByLabel('Title').fill('Order the licences');
  await page.getByRole('dialog').getByRole('button', { name: 'Create task' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await expect(watcher.getByRole('link', { name: 'Order the licences' })).toBeVisible();
  // Two runs of it: the task's own, and that of the mirror's echo, which finds that there is nothing to mirror.
  const succeeded = (workflow: string) =>
    runs.getByRole('row').filter({ hasText: workflow }).filter({ hasText: 'Succeeded' });
  await expect(succeeded('Mirror new tasks')).toHaveCount(2);
  await picture(runs, 'runs');
  await expectAccessible(runs, 'runs');

  // The mirror follows.
  await page.getByRole('link', { name: 'Order the licences' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Order twelve licences');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(watcher.getByRole('link', { name: 'Order twelve licences' })).toBeVisible();
  await expectAccessible(watcher, 'project');

  await expect(succeeded('Mirrors follow their task')).toHaveCount(2);

  // What the runs did, step by step: the first one made the mirror and remembered the link, the other carried the name over.
  await succeeded('Mirror new tasks').last().getByRole('link').first().click();
  await expect(runs.getByText('End of workflow, reached')).toBeAttached();
  await runs.getByRole('tab', { name: 'Changes' }).click();
  const changes = runs.getByRole('table', { name: 'Changes made' });
  await expect(changes.getByText('Task created')).toBeVisible();
  await expect(changes.getByText('Link added')).toBeVisible();
  // The step that made a change is selected on both sides, and opens beside the list.
  await changes.getByRole('link', { name: 'Remember the link' }).click();
  await expect(runs.getByRole('region', { name: 'The selected step' })).toContainText('links.upsert');
  await expect(runs.getByRole('region', { name: 'Steps of this run' }).locator('[aria-current]')).toContainText(
    'Link added',
  );
  await runs.getByRole('link', { name: 'Runs', exact: true }).first().click();
  await succeeded('Mirrors follow their task').last().getByRole('link').first().click();
  await expect(runs.getByText('End of workflow, reached')).toBeAttached();
  await runs.getByRole('tab', { name: 'Calls' }).click();
  await expect(runs.getByRole('row').filter({ hasText: 'Exactly once' })).toHaveCount(2);
  await picture(runs, 'run');
  await expectAccessible(runs, 'run');

  // A dialog gives the focus back, and every word is translated: xx marks what is.
  await page.getByRole('button', { name: 'New task' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'New task' })).toBeFocused();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('button', { name: 'Neue Aufgabe' })).toBeAttached();
  await page.getByRole('menuitemradio', { name: 'Test: lang' }).click();
  for (const address of [`/projects/${source}`, '/workflows', '/runs']) {
    await page.goto(address);
    await expect(page.getByRole('columnheader').first()).toBeVisible();
    const words = await page.locator(address.startsWith('/projects') ? 'th, nav a' : 'h1, th, nav a').allInnerTexts();
    expect(
      words.filter((text) => text.trim() !== '' && !/^\[.*\]$/.test(text.trim())),
      address,
    ).toEqual([]);
  }
});

test('a run page follows its run without a reload', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('maja@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Workflows', level: 1 })).toBeVisible();
  const definition = {
    id: 'patient',
    version: 1,
    name: 'Patient counter',
    payloadSchemaRef: 'payload.Empty.v1',
    steps: [
      { id: 'rest', type: 'time.wait', config: { mode: 'duration', durationMs: 4000 } },
      {
        id: 'count',
        type: 'action.call',
        config: { actionId: 'store.increment', version: 1, inputMapping: { namespace: 'patient', key: 'runs' } },
      },
    ],
  };
  const { workflowId } = (await send(page, 'POST', '/workflow-definitions', {
    name: 'Patient counter',
    definition,
  })) as {
    workflowId: string;
  };
  await send(page, 'POST', `/workflow-definitions/${workflowId}/draft/publish`, {});
  const { runId } = (await send(page, 'POST', '/workflow-runs', { workflowId, payload: {} })) as { runId: string };

  await page.goto(`/runs/${runId}`);

  await expect(page.getByText('Waiting for a time').first()).toBeVisible();
  await picture(page, 'run-waiting');
  await expect(page.getByText('End of workflow, reached')).toBeAttached({ timeout: 20_000 });
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('table', { name: 'Changes made' }).getByText('patient / runs')).toBeVisible();
});
