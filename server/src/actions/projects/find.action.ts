import { z } from 'zod';
import { appError } from '../../kernel/errors.ts';
import { storableText } from '../../kernel/storable.ts';
import { defineAction } from '../../registry/define-action.ts';
import { idField, onNotFoundField, projectOutput, toProjectOutput } from './fields.schema.ts';

/**
 * Finds a project by id or by its name without case; with both, the one that fits both.
 * Errors: NOT_FOUND with `on_not_found: error`.
 */
export default defineAction({
  id: 'projects.find',
  version: 1,
  group: 'projects',
  icon: 'folder-search',
  permission: 'project:read',
  effect: 'transactional',
  input: z
    .strictObject({
      project_id: idField.optional(),
      name: storableText(1, 256).optional(),
      on_not_found: onNotFoundField,
    })
    .refine((input) => input.project_id !== undefined || input.name !== undefined, 'project_id or name is needed'),
  output: z.strictObject({ project: projectOutput.nullable() }),
  errors: ['NOT_FOUND'],
  editor: { '/project_id': { kind: 'record', recordType: 'project' }, '/on_not_found': { kind: 'segmented' } },
  examples: [{ input: { name: 'Office move' }, output: { project: null } }],
  async run({ project_id: projectId, name, on_not_found: onNotFound }, { ports }) {
    const project = await ports.projects.findProject({
      ...(projectId !== undefined && { projectId }),
      ...(name !== undefined && { name }),
    });
    if (project !== null) return { project: toProjectOutput(project) };
    if (onNotFound === 'error') throw appError('NOT_FOUND', { resource: 'project', id: projectId ?? name ?? '' });
    return { project: null };
  },
});
