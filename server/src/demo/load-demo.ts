import { importBundle } from '../bundle/import-bundle.ts';
import type { Platform } from '../db/platform.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { isAppError } from '../kernel/errors.ts';
import { createTask } from '../records/project-tasks/create-task.ts';
import { createProject } from '../records/projects/create-project.ts';
import { setEntry } from '../store/set-entry.ts';
import { DemoBundles, MIRROR_TARGETS_NAMESPACE, readDemoBundle } from './demo-bundles.ts';
import { findDemoHost } from './demo-host.ts';
import { lockDemo } from './demo-lock.ts';
import { CLIENT_PROJECT, dayFrom, demoProjects, demoTasks, INTERNAL_PROJECT } from './demo-records.ts';

export type DemoOutcome =
  | 'loaded'
  /** It was loaded before; nothing is touched, whatever became of it. */
  | 'there'
  /** Nobody has signed up yet: the workflows would have nobody to act as. */
  | 'no-owner';

/**
 * Loads the demo workspace into the first tenant: two projects, where tasks of the first get their mirrors in the second, the workflows of
 * the demo, and tasks that start them. All of it or nothing, and only once. What happens afterwards is playDemo's.
 */
export async function loadDemo(platform: Platform): Promise<DemoOutcome> {
  const host = await findDemoHost(platform);
  if (host === null) return 'no-owner';
  return platform.db.withTenant(host.tenant, (tx) => loadOnce(tx, host.writer, platform));
}

async function loadOnce(tx: Tx, writer: Writer, platform: Platform): Promise<DemoOutcome> {
  await lockDemo(tx);
  if (await wasLoaded(tx)) return 'there';
  for (const project of demoProjects) await createProject(tx, writer, project);
  const target = {
    namespace: MIRROR_TARGETS_NAMESPACE,
    key: CLIENT_PROJECT,
    value: INTERNAL_PROJECT,
    valueType: 'string',
  } as const;
  await setEntry(tx, writer, target, { maxValueBytes: platform.config.WORKFLOW_STORE_MAX_VALUE_BYTES });
  await importBundles(tx, writer, platform);
  for (const { dueInDays, ...task } of demoTasks) {
    const dueDate = dueInDays === undefined ? {} : { dueDate: dayFrom(tx.now, dueInDays) };
    await createTask(tx, writer, { ...task, ...dueDate });
  }
  return 'loaded';
}

async function importBundles(tx: Tx, writer: Writer, { registry, logger }: Platform): Promise<void> {
  for (const name of DemoBundles) {
    try {
      await importBundle(tx, writer, registry, { bundle: readDemoBundle(name), mode: 'create', dryRun: false });
    } catch (error) {
      // Somebody has worked with a workflow of that key: theirs stays as it is.
      if (!isAppError(error, 'WORKFLOW_KEY_CONFLICT')) throw error;
      logger.info({ bundle: name }, 'A bundle of the demo was left out: its workflows are there already');
    }
  }
}

/** The workflows can be deleted and the projects renamed: the project's id is what stays. */
async function wasLoaded(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'demo.was_loaded',
    text: 'SELECT 1 FROM projects WHERE tenant = $1 AND project_id = ANY ($2)',
    values: [tx.tenant, demoProjects.map(({ id }) => id)],
  });
  return rowCount > 0;
}
