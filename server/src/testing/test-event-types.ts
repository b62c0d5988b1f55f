import { z } from 'zod';
import { type AnyEventType, defineEvent } from '../registry/define-event.ts';

/** An event that only tests have: a task was seen. */
const taskSeen = defineEvent({
  eventType: 'TASK_SEEN',
  category: 'test',
  payloadSchemaRef: 'payload.TaskSeen.v1',
  status: 'active',
  payload: z.looseObject({ taskId: z.string(), title: z.string().optional() }),
  correlation: ['taskId'],
  example: { taskId: 't-1' },
});

export const testEventTypes: readonly AnyEventType[] = [taskSeen];
