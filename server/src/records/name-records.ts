import type { Tx } from '../db/tx.ts';
import { isUuid } from '../kernel/ids.ts';
import type { RecordRef } from '../registry/ports.ts';

/** What people call a record, and the project that it belongs to. */
export interface RecordName {
  name: string;
  projectId: string;
  projectName: string;
}

interface NameRow {
  type: string;
  id: string;
  name: string;
  project_id: string;
  project_name: string;
}

/** Names of projects and project tasks; other types are labels of the workspace that nothing here knows. Answers by `recordKey`. */
export async function nameRecords(tx: Tx, refs: readonly RecordRef[]): Promise<Map<string, RecordName>> {
  const idsOf = (type: string) => [
    ...new Set(refs.filter((ref) => ref.type === type && isUuid(ref.id)).map((ref) => ref.id)),
  ];
  const [tasks, projects] = [idsOf('project_task'), idsOf('project')];
  if (tasks.length + projects.length === 0) return new Map();
  const { rows } = await tx.query<NameRow>({
    name: 'records_name_records',
    text: `
      SELECT 'project_task' AS type, task.task_id::text AS id, task.title AS name, task.project_id, project.project_name
      FROM project_tasks AS task JOIN projects AS project ON project.tenant = task.tenant AND project.project_id = task.project_id
      WHERE task.tenant = $1 AND task.task_id = ANY ($2::uuid[])
      UNION ALL
      SELECT 'project', project_id::text, project_name, project_id, project_name FROM projects
      WHERE tenant = $1 AND project_id = ANY ($3::uuid[])`,
    values: [tx.tenant, tasks, projects],
  });
  return new Map(
    rows.map((row) => [recordKey(row), { name: row.name, projectId: row.project_id, projectName: row.project_name }]),
  );
}

/** An id is written in any case; the record is the same. */
export function recordKey({ type, id }: RecordRef): string {
  return `${type} ${id.toLowerCase()}`;
}
