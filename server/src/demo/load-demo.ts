import { importBundle } from '../bundle/import-bundle.ts';
import type { Platform } from '../db/platform.ts';
import type { Tx } from '../db/tx.ts';
import { noCausation, type Writer } from '../kernel/actor.ts';
import { createTask } from '../records/project-tasks/create-task.ts';
import { createProject } from '../records/projects/create-project.ts';
import { setEntry } from '../store/set-entry.ts';
import { MIRROR_TARGETS_NAMESPACE, readMirrorBundle } from './mirror-bundle.ts';

/** Fixed, so that a second load finds what the first one made. Tenants do not share ids. */
const PROJECT_A = '01980000-0000-7000-8000-0000000000a0';
const PROJECT_B = '01980000-0000-7000-8000-0000000000b0';

const tasks = [
  { title: 'Order twelve desks', description: 'Height-adjustable, for the new office.', dueDate: '2026-12-15' },
  { title: 'Book the movers', description: 'Two trucks, one lift.' },
];

export type DemoOutcome =
  | 'loaded'
  /** It was loaded before; nothing is touched, whatever became of it. */
  | 'there'
  /** Nobody has signed up yet: the workflows would have nobody to act as. */
  | 'no-owner';

/**
 * Loads the demo workspace into the first tenant: two projects, where new tasks of A get their mirrors, the mirror workflows, and two
 * tasks that start them. All of it or nothing, and only once.
 */
export async function loadDemo(platform: Platform): Promise<DemoOutcome> {
  const owner = await findFirstOwner(platform);
  if (owner === null) return 'no-owner';
  const writer: Writer = { actor: { id: owner.userId, type: 'user' }, source: 'system', causation: noCausation };
  return platform.db.withTenant(owner.tenant, (tx) => loadOnce(tx, writer, platform));
}

async function loadOnce(tx: Tx, writer: Writer, platform: Platform): Promise<DemoOutcome> {
  if (await wasLoaded(tx)) return 'there';
  await createProject(tx, writer, { id: PROJECT_A, name: 'Project A' });
  await createProject(tx, writer, { id: PROJECT_B, name: 'Project B' });
  const target = {
    namespace: MIRROR_TARGETS_NAMESPACE,
    key: PROJECT_A,
    value: PROJECT_B,
    valueType: 'string',
  } as const;
  await setEntry(tx, writer, target, { maxValueBytes: platform.config.WORKFLOW_STORE_MAX_VALUE_BYTES });
  const bundle = readMirrorBundle();
  await importBundle(tx, writer, platform.registry, { bundle, mode: 'force', dryRun: false });
  for (const task of tasks) await createTask(tx, writer, { projectId: PROJECT_A, ...task });
  return 'loaded';
}

/** The workflows can be deleted and the projects renamed: the project's id is what stays. */
async function wasLoaded(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'demo.was_loaded',
    text: 'SELECT 1 FROM projects WHERE tenant = $1 AND project_id = ANY ($2)',
    values: [tx.tenant, [PROJECT_A, PROJECT_B]],
  });
  return rowCount > 0;
}

/** Sign-in tables stand outside of the tenants. */
async function findFirstOwner(platform: Platform): Promise<{ tenant: string; userId: string } | null> {
  const member = await platform.db.prisma.member.findFirst({
    where: { role: 'owner', user: { type: 'user' }, organization: { slug: 'default' } },
    orderBy: { createdAt: 'asc' },
    select: { organizationId: true, userId: true },
  });
  return member === null ? null : { tenant: member.organizationId, userId: member.userId };
}
