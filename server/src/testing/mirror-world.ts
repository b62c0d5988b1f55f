import { readFileSync } from 'node:fs';
import { type ImportSummary, importBundle } from '../bundle/import-bundle.ts';
import { MIRROR_TARGETS_NAMESPACE } from '../demo/demo-bundles.ts';
import type { Json } from '../kernel/json.ts';
import { createTask } from '../records/project-tasks/create-task.ts';
import type { TaskPatch } from '../records/project-tasks/task.schema.ts';
import { updateTask } from '../records/project-tasks/update-task.ts';
import { createProject } from '../records/projects/create-project.ts';
import type { ProjectTask } from '../registry/ports.ts';
import { buildWriter } from './builders.ts';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from './create-test-runtime.ts';

/** A runtime with projects, in which people and workflows change tasks. */
export interface MirrorWorld {
  runtime: TestRuntime;
  load(bundle: unknown): Promise<ImportSummary>;
  project(name: string): Promise<string>;
  /** Tasks of `projectId` get mirrors in `targets`. */
  mirrorTo(projectId: string, targets: Json): Promise<void>;
  /** Everything that follows has happened when it answers. */
  create(input: { projectId: string; title: string; description?: string; dueDate?: string }): Promise<ProjectTask>;
  change(taskId: string, patch: TaskPatch): Promise<void>;
  /** In the order in which they were created. */
  tasksOf(projectId: string): Promise<TaskFacts[]>;
}

export interface TaskFacts {
  taskId: string;
  title: string;
  description: string | null;
  dueDate: string | null;
  status: string;
}

export async function createMirrorWorld(options: TestRuntimeOptions = {}): Promise<MirrorWorld> {
  const runtime = await createTestRuntime(options);
  const { tenant, platform, database } = runtime;
  const writer = buildWriter({ actor: runtime.publisher });
  const { withTenant } = platform.db;
  return {
    runtime,
    load: (bundle) =>
      withTenant(tenant, (tx) =>
        importBundle(tx, writer, platform.registry, { bundle, mode: 'create', dryRun: false }),
      ),
    async project(name) {
      const { projectId } = await withTenant(tenant, (tx) => createProject(tx, writer, { name }));
      await runtime.settle();
      return projectId;
    },
    async mirrorTo(projectId, targets) {
      await database.asOwner(
        `INSERT INTO workflow_data_store (tenant, store_id, namespace, key, value, value_type, created_at, updated_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4::jsonb, 'json', now(), now())`,
        [tenant, MIRROR_TARGETS_NAMESPACE, projectId, JSON.stringify(targets)],
      );
    },
    async create(input) {
      const task = await withTenant(tenant, (tx) => createTask(tx, writer, input));
      await runtime.settle();
      return task;
    },
    async change(taskId, patch) {
      await withTenant(tenant, (tx) => updateTask(tx, writer, { taskId, patch }));
      await runtime.settle();
    },
    tasksOf: (projectId) =>
      database.asOwner<TaskFacts>(
        `SELECT task_id AS "taskId", title, description, due_date AS "dueDate", status FROM project_tasks
          WHERE project_id = $1 ORDER BY created_at, task_id`,
        [projectId],
      ),
  };
}

/** A file of the reference bundles beside the repository; null where they are not there. */
export function readReference(path: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(`../../../../shared/compat/${path}`, import.meta.url), 'utf8'));
  } catch {
    return null;
  }
}
