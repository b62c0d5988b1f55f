import type { z } from 'zod';
import type { taskOutput } from '../../records/project-tasks/task.schema.ts';
import type { ProjectTask } from '../../registry/ports.ts';

/** A record's own id is called `id` outside. */
export function toTaskOutput({ taskId, ...fields }: ProjectTask): z.input<typeof taskOutput> {
  return { id: taskId, ...fields };
}
