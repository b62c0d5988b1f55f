import { expect, test } from '@playwright/test';
import { Designer, newWorkflow } from './support/designer.ts';
import { Keyboard } from './support/keyboard.ts';
import { createProject, createTask, goTo, signIn } from './support/workspace.ts';

test('an author builds the link set-up workflow with the mouse', async ({ page, context, baseURL }) => {
  await signIn(page, baseURL);
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

test('an author builds the same workflow with the keyboard alone', async ({ page, context, baseURL }) => {
  await signIn(page, baseURL);
  const source = await createProject(page, 'Summer party');
  const target = await createProject(page, 'Caterer');
  const keys = new Keyboard(page);
  const designer = new Designer(page);
  await page.reload();
  await keys.tabTo(page.getByRole('button', { name: 'New workflow' }).first());
  await keys.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await keys.type(`Mirror of ${source.name}`);
  await keys.press('Enter');

  // The trigger.
  await expect(designer.card('Started by hand')).toBeVisible();
  await keys.goToRegion(designer.canvas);
  await expect(designer.card('Started by hand')).toBeFocused();
  await keys.press('Enter');
  await keys.tabTo(designer.inspector.getByRole('radio', { name: 'No trigger' }));
  await keys.press('ArrowRight');
  await keys.tabTo(designer.inspector.getByRole('combobox', { name: 'Event' }));
  await keys.type('task created');
  await expect(page.getByRole('option')).toHaveCount(1);
  await keys.press('ArrowDown', 'Enter');
  await keys.goToRegion(designer.canvas);
  const trigger = designer.card('Project task created');
  await expect(trigger).toBeFocused();

  // The choice.
  await keys.press('a');
  await expect(page.getByRole('dialog', { name: 'Add a step' }).getByRole('searchbox')).toBeFocused();
  await keys.type('If');
  await keys.press('Enter');
  await expect(designer.card('If')).toBeFocused();
  await keys.press('Enter');
  await keys.tabTo(designer.inspector.getByRole('textbox', { name: 'Condition' }));
  await keys.type(`payload.projectId = "${source.id}"`);
  await keys.goToRegion(designer.canvas);
  await expect(designer.card('If')).toBeFocused();

  // A step that stands below is carried into Then; every place is said.
  await keys.press('a');
  await keys.type('Create task');
  await keys.press('Enter');
  await expect(designer.card('Create task')).toBeFocused();
  const below = ['1 Project task created', '1 If', '2 Then of If', '2 Else of If', '1 Create task'];
  const inside = ['1 Project task created', '1 If', '2 Create task', '2 Else of If'];
  await designer.expectPipe(below);
  await keys.press('Space');
  await keys.expectSaid('Create task is picked up.');
  await keys.press('ArrowUp');
  await keys.expectSaid('In Else of If, as its first step.');
  await keys.press('ArrowUp');
  await keys.expectSaid('In Then of If, as its first step.');
  await keys.press('Space');
  await keys.expectSaid('Create task is moved. In Then of If, as its first step.');
  await designer.expectPipe(inside);
  await keys.press('ControlOrMeta+z');
  await designer.expectPipe(below);
  await keys.press('ControlOrMeta+Shift+z');
  await designer.expectPipe(inside);

  // Its inputs.
  await keys.goToRegion(designer.canvas);
  await keys.walkTo(designer.card('Create task'), 'ArrowDown');
  await keys.press('Enter');
  const way = designer.inspector.getByRole('radiogroup', { name: 'How Project is given' });
  await keys.tabTo(way.getByRole('radio', { name: /^Reference/ }));
  await keys.press('ArrowRight');
  await keys.tabTo(designer.inspector.getByRole('combobox', { name: 'Project' }));
  await keys.type(target.name);
  await expect(page.getByRole('option')).toHaveCount(1);
  await keys.press('ArrowDown', 'Enter');
  await keys.tabTo(designer.inspector.getByRole('combobox', { name: 'Choose a value for Title' }));
  await keys.press('Enter');
  await keys.type('title');
  await keys.press('Enter');
  await expect(designer.inspector.getByRole('combobox', { name: 'Change the value of Title' })).toBeFocused();

  // The link after it.
  await keys.goToRegion(designer.canvas);
  await keys.press('a');
  await keys.type('Link records');
  await keys.press('Enter');
  await expect(designer.card('Link records')).toBeFocused();
  await keys.press('Enter');
  const field = (name: string) => designer.inspector.getByRole('combobox', { name, exact: true });
  await keys.tabTo(field('Collection'));
  await keys.type('keyboard-mirrors-1');
  await keys.press('Enter');
  await keys.tabTo(field('From record: type'));
  await keys.type('project task');
  await keys.press('ArrowDown', 'Enter');
  await keys.tabTo(field('Choose a value for From record: id'));
  await keys.press('Enter');
  await keys.type('taskId');
  await keys.press('Enter');
  await keys.tabTo(field('To record: type'));
  await keys.type('project task');
  await keys.press('ArrowDown', 'Enter');
  await keys.tabTo(field('Choose a value for To record: id'));
  await keys.press('Enter');
  await keys.type('task_id');
  await keys.press('Enter');
  await keys.tabTo(field('Relationship'));
  await keys.type('mirrors');
  await keys.press('ArrowDown', 'Enter');
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();

  // Live.
  await keys.tabTo(page.getByRole('button', { name: 'Publish', exact: true }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true })).toBeFocused();
  await keys.press('Enter');
  await keys.expectSaid('Version 1 is live');

  const watcher = await context.newPage();
  await watcher.goto(`/projects/${target.id}`);
  await expect(watcher.getByText('No tasks yet')).toBeVisible();
  await page.goto(`/projects/${source.id}`);
  await keys.tabTo(page.getByRole('button', { name: 'New task' }).first());
  await keys.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
  await keys.type('Taste the soup');
  await keys.press('Enter');
  await expect(watcher.getByRole('link', { name: 'Taste the soup' })).toBeVisible();
});
