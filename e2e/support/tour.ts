import { expect, type Page } from '@playwright/test';
import { createWorkflow, publish, send, startRun } from './workspace.ts';

/** Content without a Latin letter: what is left of them on a page comes from the product. */
export interface World {
  projectId: string;
  emptyProjectId: string;
  taskId: string;
  /** Has no step yet. */
  emptyId: string;
  /** Live twice, with a change that is not. */
  liveId: string;
  runId: string;
  failedRunId: string;
  waitingRunId: string;
}

export type Visit = (where: string) => Promise<void>;

const remember = {
  id: 's1',
  type: 'action.call',
  config: {
    actionId: 'store.set',
    version: 1,
    inputMapping: { namespace: 'σημειώσεις', key: { $expr: 'payload.taskId' }, value: { $expr: 'payload.title' } },
  },
};
const link = {
  id: 's2',
  type: 'action.call',
  config: {
    actionId: 'links.upsert',
    version: 1,
    inputMapping: {
      namespace: 'σημειώσεις',
      from: { type: 'project_task', id: { $expr: 'payload.taskId' } },
      to: { type: 'project', id: { $expr: 'payload.projectId' } },
      relation: 'related',
    },
  },
};
const onTaskCreated = { type: 'event', eventName: 'PROJECT_TASK_CREATED' };

export async function makeWorld(page: Page): Promise<World> {
  const live = await createWorkflow(page, {
    name: 'Ροή',
    payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
    trigger: onTaskCreated,
    steps: [{ id: 's0', type: 'control.if', condition: { $expr: 'payload.title != ""' }, then: [remember, link] }],
  });
  await publish(page, live.workflowId);
  const failing = await createWorkflow(page, {
    name: 'Λάθος',
    steps: [
      {
        id: 's1',
        type: 'action.call',
        config: {
          actionId: 'projects.find_task',
          version: 1,
          inputMapping: { task_id: '00000000-0000-4000-8000-000000000009', on_not_found: 'error' },
        },
      },
    ],
  });
  await publish(page, failing.workflowId);
  const waiting = await createWorkflow(page, {
    name: 'Αναμονή',
    steps: [{ id: 's1', type: 'time.wait', config: { mode: 'duration', durationMs: 3_600_000 } }],
  });
  await publish(page, waiting.workflowId);
  const empty = await createWorkflow(page, { name: 'Κενό', steps: [] });
  const project = await send<{ id: string }>(page, 'POST', '/v1/projects', { name: `Ωμέγα ${Date.now()}` });
  const other = await send<{ id: string }>(page, 'POST', '/v1/projects', { name: `Ψι ${Date.now()}` });
  const task = await send<{ id: string }>(page, 'POST', '/v1/project-tasks', { projectId: project.id, title: 'Άλφα' });
  await send(page, 'PUT', '/workflow/store/σημειώσεις/1', { value: { 1: [2, 3] } });
  await send(page, 'PUT', '/workflow/store/σημειώσεις/1', { value: { 1: [2, 4] } });
  const runOf = async (workflowId: string) => {
    const { items } = await send<{ items: { runId: string }[] }>(
      page,
      'GET',
      `/workflow-runs?workflowId=${workflowId}`,
    );
    return items[0]?.runId ?? '';
  };
  await expect.poll(() => runOf(live.workflowId), { timeout: 30_000 }).not.toBe('');
  return {
    projectId: project.id,
    emptyProjectId: other.id,
    taskId: task.id,
    emptyId: empty.workflowId,
    liveId: live.workflowId,
    runId: await runOf(live.workflowId),
    failedRunId: await startRun(page, failing.workflowId, {}),
    waitingRunId: await startRun(page, waiting.workflowId, {}),
  };
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
}

async function go(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

const dialogOf = (page: Page) => page.locator('#overlays [role=dialog]').last();

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('#overlays [role=dialog]')).toHaveCount(0);
}

async function eachTab(page: Page, within: string, where: string, visit: Visit): Promise<void> {
  const tabs = page.locator(`${within} [role=tab]`);
  for (let at = 0; at < (await tabs.count()); at += 1) {
    await tabs.nth(at).click();
    await settled(page);
    await visit(`${where}, tab ${at + 1}`);
  }
}

export async function tourWorkflows(page: Page, visit: Visit): Promise<void> {
  await go(page, '/workflows');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await visit('workflows');
  await page.locator('tbody tr button[aria-haspopup=menu]').first().click();
  await expect(page.locator('[role=menu]')).toBeVisible();
  await visit('menu of a workflow');
  await page.keyboard.press('Escape');
  const heading = page.locator('main button');
  for (const opener of ['new', 'import'] as const) {
    const before = await heading.count();
    expect(before).toBeGreaterThan(1);
    await heading.nth(opener === 'new' ? 1 : 0).click();
    await expect(dialogOf(page)).toBeVisible();
    await visit(`workflows, ${opener}`);
    await closeDialog(page);
  }
  await page.locator('main input').first().fill('000000');
  await expect(page.locator('tbody tr a')).toHaveCount(0);
  await visit('no workflow matches');
  await page.locator('nav button[aria-haspopup=menu]').click();
  await expect(page.locator('[role=menu]')).toBeVisible();
  await visit('user menu');
}

export async function tourDesigner(page: Page, { emptyId, liveId }: World, visit: Visit): Promise<void> {
  await go(page, `/workflows/${emptyId}`);
  const inspector = page.locator('[data-region=inspector]');
  await expect(page.locator('[data-stop=trigger]')).toBeVisible();
  await visit('designer, empty');
  await page.locator('[data-stop=trigger]').click();
  await visit('trigger, by hand');
  await inspector.locator('label').nth(1).click();
  await inspector.locator('input[role=combobox]').first().click();
  await expect(page.locator('[role=option]:visible').first()).toBeVisible();
  await visit('trigger, events');
  await page.locator('[role=option]:visible').filter({ hasText: 'PROJECT_TASK_CREATED' }).click();
  await visit('trigger, event');
  await page.locator('[data-region=canvas] button[data-pipe]').first().click();
  await expect(dialogOf(page)).toBeVisible();
  await visit('insert picker');
  await page.keyboard.type('000');
  await visit('insert picker, nothing found');
  await page.keyboard.press('Escape');
  await closeDialog(page);
  await everyKind(page, visit);
  await page.keyboard.press('ControlOrMeta+a');
  await designerBar(page, visit);
  await go(page, `/workflows/${emptyId}?view=versions`);
  await visit('versions, none');
  await go(page, `/workflows/${liveId}?view=versions`);
  await visit('versions');
}

/** Adds one step of each tile, all of them, and looks at its form. */
async function everyKind(page: Page, visit: Visit): Promise<void> {
  const palette = page.locator('[data-region=palette]');
  const more = palette.locator('button[data-walk]:not([data-item]):not([aria-expanded])');
  while ((await more.count()) > 0) await more.first().click();
  const items = await palette.locator('[data-item]').evaluateAll((all) => all.map((each) => each.dataset.item ?? ''));
  expect(items.length).toBeGreaterThan(20);
  const inspector = page.locator('[data-region=inspector]');
  for (const item of items) {
    await palette.locator(`[data-item="${item}"]`).click();
    await expect(inspector.locator('header, h2').first()).toBeVisible();
    await visit(`inspector of ${item}`);
  }
  await page.locator('[data-step^=links-upsert]').first().click();
  await eachTab(page, '[data-region=inspector]', 'inspector of a link', visit);
}

async function designerBar(page: Page, visit: Visit): Promise<void> {
  const bar = page.locator('main header').first();
  const publishButton = bar.locator('button').last();
  await publishButton.click();
  await expect(page.locator('[role=alert]')).toBeVisible();
  await visit('problems');
  await closeDialog(page);
  await page.locator('[data-region=canvas] [data-step]').first().focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.locator('[role=menu]')).toBeVisible();
  await visit('menu of a step');
  await page.keyboard.press('Escape');
  await page.locator('[data-region=canvas] [data-step]').first().click();
  await page
    .locator('[data-region=canvas] [data-step]')
    .nth(1)
    .click({ modifiers: ['ControlOrMeta'] });
  await visit('several steps');
}

export async function tourLive(page: Page, { liveId }: World, visit: Visit): Promise<void> {
  await go(page, `/workflows/${liveId}`);
  await expect(page.locator('[data-step]').first()).toBeVisible();
  await visit('designer, filled');
  const actions = page.locator('main header').first().locator('button');
  const count = await actions.count();
  await actions.nth(count - 2).click();
  await expect(dialogOf(page).locator('form')).toBeVisible();
  await visit('run now');
  await closeDialog(page);
  await page.locator('[data-region=palette] [data-item="state.set"]').click();
  await page.locator('[data-region=inspector] [data-pointer="/config/state"] input').fill('ΤΕΛΟΣ');
  await page.locator('main header').first().locator('button').last().click();
  await expect(dialogOf(page)).toBeVisible();
  await settled(page);
  await visit('publish');
  await closeDialog(page);
}

export async function tourRuns(page: Page, world: World, visit: Visit): Promise<void> {
  await go(page, '/runs');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await visit('runs');
  await go(page, '/runs?status=quarantined');
  await visit('no run matches');
  for (const [name, runId] of [
    ['run', world.runId],
    ['failed run', world.failedRunId],
    ['waiting run', world.waitingRunId],
  ] as const) {
    await go(page, `/runs/${runId}`);
    await expect(page.locator('[role=tab]').first()).toBeVisible();
    await eachTab(page, 'main', name, visit);
  }
  await go(page, '/runs/00000000-0000-4000-8000-000000000009');
  await visit('a run that is not there');
}

export async function tourData(page: Page, visit: Visit): Promise<void> {
  await go(page, '/data');
  await go(page, `/data?collection=${encodeURIComponent('σημειώσεις')}`);
  await expect(page.locator('[role=tab]').first()).toBeVisible();
  await eachTab(page, 'main', 'data', visit);
  const buttons = page.locator('main button');
  for (const [at, name] of [
    [0, 'new link'],
    [1, 'new entry'],
  ] as const) {
    await buttons.nth(at).click();
    await expect(page.locator('#overlays [role=dialog]').last()).toBeVisible();
    await visit(name);
    await closeDialog(page);
  }
  await page.locator('main table a').first().click();
  await settled(page);
  await visit('links around a record');
  await page.locator('[role=tab]').first().click();
  await page.locator('tbody tr a').first().click();
  await settled(page);
  await visit('entry');
}

export async function tourProjects(page: Page, world: World, visit: Visit): Promise<void> {
  await go(page, '/projects');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await visit('projects');
  await go(page, `/projects/${world.emptyProjectId}`);
  await visit('a project without tasks');
  await go(page, `/projects/${world.projectId}`);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await visit('project');
  await page.locator('tbody tr a').first().click();
  await expect(dialogOf(page)).toBeVisible();
  await settled(page);
  await visit('task');
  await go(page, '/projects/00000000-0000-4000-8000-000000000009');
  await visit('a project that is not there');
  await go(page, '/nowhere');
  await visit('no such page');
}
