import { expect, test } from '@playwright/test';
import { newWorkflow } from './support/designer.ts';
import { createProject, createTask, goTo, signIn } from './support/workspace.ts';

test('an author builds the link set-up workflow with the mouse', async ({ page, context }) => {
  await signIn(page);
  const source = await createProject(page, 'Office move');
  const target = await createProject(page, 'Landlord');
  const collectionName = `mirrors-of-${source.id.slice(-6)}`;
  const name = `Mirror of ${source.name}`;
  const designer = await newWorkflow(page, name);

  // Each task of one project starts it.
  await designer.card('Started by hand').click();
  await designer.inspector.getByText('Event', { exact: true }).click();
  await designer.inspector.getByRole('combobox', { name: 'Event' }).click();
  await page.keyboard.type('task created');
  await page.getByRole('option', { name: /Project task created/ }).click();
  await expect(designer.card('Project task created')).toBeVisible();
  await designer.add('If');
  await designer.write('Condition', `payload.projectId = "${source.id}"`);

  // What is remembered first stands below everything, and is then put where it belongs.
  await designer.addAt('Add a step after If', 'Link records');
  await designer.expectPipe(['1 Project task created', '1 If', '2 Then of If', '2 Else of If', '1 Link records']);
  await designer.drag(designer.card('Link records'), designer.card('Then of If'), 'Move here, inside Then');
  const linkInside = ['1 Project task created', '1 If', '2 Link records', '2 Else of If'];
  await designer.expectPipe(linkInside);
  await page.getByRole('button', { name: 'Undo' }).click();
  await designer.expectPipe(['1 Project task created', '1 If', '2 Then of If', '2 Else of If', '1 Link records']);
  await page.getByRole('button', { name: 'Redo' }).click();
  await designer.expectPipe(linkInside);

  // A tile of the palette goes into the branch, before the link.
  await designer.drag(
    designer.palette.getByRole('button', { name: 'Create task', exact: true }),
    designer.canvas.getByRole('button', { name: 'Add a step before Link records' }),
    'Add Create task here, inside Then',
  );
  await designer.expectPipe(['1 Project task created', '1 If', '2 Create task', '2 Link records', '2 Else of If']);
  await designer.setMode('Project', 'fixed');
  await designer.suggest('Project', target.name);
  await designer.refer('Title', 'payload', 'title');

  // The link: a collection of its own, types and relationship from the suggestions, ids of this run.
  await designer.card('Link records').click();
  await designer.suggest('From record: type', 'Project task');
  await designer.refer('From record: id', 'payload', 'taskId');
  await designer.suggest('To record: type', 'Project task');
  await designer.refer('To record: id', 'projectsCreateTaskResult', 'task_id');
  await designer.suggest('Relationship', 'Mirrors');

  // The collection is still missing: publishing says so, and the entry goes to its field.
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Not published');
  await page
    .getByRole('dialog', { name: '1 error' })
    .getByRole('button', { name: /Needs a value: Collection/ })
    .click();
  const collection = designer.inspector.getByRole('combobox', { name: 'Collection', exact: true });
  await expect(collection).toBeFocused();
  await page.keyboard.type(collectionName);
  await page.getByRole('option', { name: new RegExp(collectionName) }).click();
  await expect(collection).toHaveValue(collectionName);
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await designer.publish();
  await expect(page.getByText('v1 live')).toBeVisible();

  // A second tab looks at the other project while a task is made in the first; nothing is loaded again.
  const watcher = await context.newPage();
  await watcher.goto(`/projects/${target.id}`);
  await expect(watcher.getByText('No tasks yet')).toBeVisible();
  await goTo(page, 'Projects');
  await page.getByRole('link', { name: source.name }).click();
  await createTask(page, 'Label the boxes');
  await expect(watcher.getByRole('link', { name: 'Label the boxes' })).toBeVisible();

  // The link stands on the data page, and around the record.
  await goTo(watcher, 'Data');
  await watcher.getByRole('searchbox', { name: 'Find a collection' }).fill(collectionName);
  await watcher.getByRole('link', { name: new RegExp(collectionName) }).click();
  const link = watcher.getByRole('table', { name: 'Links' }).getByRole('row').nth(1);
  await expect(link).toContainText(`Project task in ${source.name}`);
  await expect(link).toContainText('mirrors');
  await expect(link).toContainText(`Project task in ${target.name}`);
  const around = watcher.getByRole('region', { name: 'Links around a record' });
  await expect(around).toContainText(target.name);

  // The run: water in the pipes that it went through, and what it left behind.
  await goTo(page, 'Runs');
  const runs = page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Succeeded' });
  await expect(runs).toHaveCount(2);
  await runs.last().getByRole('link').first().click();
  const pipe = page.getByRole('region', { name: 'Steps of this run' });
  for (const step of ['If', 'Create task', 'Link records']) {
    await expect(pipe.getByRole('button', { name: new RegExp(`^${step} .*Succeeded$`) })).toBeVisible();
  }
  await expect(pipe.getByText('End of workflow, reached')).toBeAttached();
  await expect(pipe.locator('[data-wet]').first()).toBeAttached();
  await page.getByRole('tab', { name: 'Changes' }).click();
  const changes = page.getByRole('table', { name: 'Changes made' });
  await expect(changes.getByRole('row').filter({ hasText: 'Label the boxes' }).first()).toBeVisible();
  await expect(changes.getByText('Link added')).toBeVisible();
});
