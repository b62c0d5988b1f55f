import type { Tx } from '../../db/tx.ts';
import { appError } from '../../kernel/errors.ts';
import type { Project } from '../../registry/ports.ts';
import { PROJECT_COLUMNS, type ProjectRow, toProject } from './project-row.ts';

/** By id, or by name without case (the oldest of several); with both, the one that fits both. Null = there is none. */
export async function findProject(tx: Tx, input: { projectId?: string; name?: string }): Promise<Project | null> {
  if (input.projectId === undefined && input.name === undefined) return null;
  const { rows } = await tx.query<ProjectRow>({
    text: `
      SELECT ${PROJECT_COLUMNS} FROM projects
      WHERE tenant = $1
        AND ($2::uuid IS NULL OR project_id = $2)
        AND ($3::text IS NULL OR name_key = lower($3))
      ORDER BY created_at, project_id
      LIMIT 1`,
    values: [tx.tenant, input.projectId ?? null, input.name ?? null],
  });
  const [row] = rows;
  return row === undefined ? null : toProject(row);
}

/** Errors: NOT_FOUND. */
export async function getProject(tx: Tx, projectId: string): Promise<Project> {
  const project = await findProject(tx, { projectId });
  if (project === null) throw appError('NOT_FOUND', { resource: 'project', id: projectId });
  return project;
}
