import type { z } from 'zod';
import type { projectOutput } from '../../records/projects/project.schema.ts';
import type { Project } from '../../registry/ports.ts';

/** A record's own id is called `id` outside. */
export function toProjectOutput({ projectId, ...fields }: Project): z.input<typeof projectOutput> {
  return { id: projectId, ...fields };
}
