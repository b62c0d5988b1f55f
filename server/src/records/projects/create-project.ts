import type { Tx } from '../../db/tx.ts';
import projectAssigned from '../../event-types/projects/project-assigned.event.ts';
import projectCreated from '../../event-types/projects/project-created.event.ts';
import { emitEvent } from '../../events/emit-event.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import type { Project } from '../../registry/ports.ts';
import { auditRecord } from '../audit-record.ts';
import { recordActorId, staffUserId } from '../record-actor.ts';
import { DEFAULT_STATUS } from '../statuses.ts';
import type { CreateProjectInput } from './project.schema.ts';
import { PROJECT_COLUMNS, type ProjectRow, toProject } from './project-row.ts';

/**
 * Creates a project and tells PROJECT_CREATED, and PROJECT_ASSIGNED where somebody is responsible from the start.
 * Errors: RECORD_ALREADY_EXISTS for a given id that is taken.
 */
export async function createProject(tx: Tx, writer: Writer, input: CreateProjectInput): Promise<Project> {
  const id = input.id ?? tx.newId();
  const project = await insertProject(tx, writer, id, input);
  await emitEvent(tx, writer, {
    eventType: projectCreated,
    payload: {
      projectId: id,
      createdByUserId: staffUserId(writer),
      createdAt: project.createdAt,
      name: project.name,
      status: project.status,
    },
  });
  if (project.assignedTo !== null) {
    await emitEvent(tx, writer, {
      eventType: projectAssigned,
      payload: {
        projectId: id,
        assignedToId: project.assignedTo,
        assignedToType: 'user',
        assignedByUserId: staffUserId(writer),
        assignedAt: project.createdAt,
      },
    });
  }
  await auditRecord(tx, writer, { type: 'project', id, operation: 'create', name: project.name, projectId: id });
  tx.signal('records', id);
  return project;
}

async function insertProject(tx: Tx, writer: Writer, id: string, input: CreateProjectInput): Promise<Project> {
  const { rows } = await tx.query<ProjectRow>({
    name: 'insert_project',
    text: `
      INSERT INTO projects (
        tenant, project_id, project_name, description, status, client_id, assigned_to, created_by, updated_by, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $9)
      ON CONFLICT (tenant, project_id) DO NOTHING
      RETURNING ${PROJECT_COLUMNS}`,
    values: [
      tx.tenant,
      id,
      input.name,
      input.description ?? null,
      input.status ?? DEFAULT_STATUS,
      input.clientId ?? null,
      input.assignedTo ?? null,
      recordActorId(writer),
      tx.now,
    ],
  });
  const [row] = rows;
  if (row === undefined) throw appError('RECORD_ALREADY_EXISTS', { resource: 'project', id });
  return toProject(row);
}
