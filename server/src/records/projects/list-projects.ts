import { containsPattern } from '../../db/contains-pattern.ts';
import type { Tx } from '../../db/tx.ts';
import { type Page, toPage } from '../../kernel/pagination.ts';
import type { Project } from '../../registry/ports.ts';
import { recordCursor } from '../list-cursor.ts';
import type { ListProjectsInput } from './project.schema.ts';
import { PROJECT_COLUMNS, type ProjectRow, toProject } from './project-row.ts';

/** Newest first. Errors: CURSOR_INVALID. */
export async function listProjects(tx: Tx, input: ListProjectsInput): Promise<Page<Project>> {
  const after = recordCursor(input.cursor);
  const { rows } = await tx.query<ProjectRow>({
    text: `
      SELECT ${PROJECT_COLUMNS} FROM projects
      WHERE tenant = $1
        AND ($2::text IS NULL OR project_name ILIKE $2)
        AND ($3::text IS NULL OR status = $3)
        AND ($4::uuid IS NULL OR client_id = $4)
        AND ($5::timestamptz IS NULL OR (created_at, project_id) < ($5, $6::uuid))
      ORDER BY created_at DESC, project_id DESC
      LIMIT $7`,
    values: [
      tx.tenant,
      input.search === undefined ? null : containsPattern(input.search),
      input.status ?? null,
      input.clientId ?? null,
      after?.createdAt ?? null,
      after?.id ?? null,
      input.limit + 1,
    ],
  });
  return toPage(rows, input.limit, (row) => [row.created_at.toISOString(), row.project_id], toProject);
}
