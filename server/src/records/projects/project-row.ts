import type { Project } from '../../registry/ports.ts';

export const PROJECT_COLUMNS =
  'project_id, project_name, description, status, client_id, assigned_to, created_at, updated_at';

export interface ProjectRow {
  project_id: string;
  project_name: string;
  description: string | null;
  status: string;
  client_id: string | null;
  assigned_to: string | null;
  created_at: Date;
  updated_at: Date;
}

export function toProject(row: ProjectRow): Project {
  return {
    projectId: row.project_id,
    name: row.project_name,
    description: row.description,
    status: row.status,
    clientId: row.client_id,
    assignedTo: row.assigned_to,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
