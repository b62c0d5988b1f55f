import { z } from 'zod';

/** What a page can watch; `id` narrows a kind to one thing (a run's id, for example). */
const liveTopicSchema = z.strictObject({
  kind: z.enum(['run', 'event', 'store', 'links', 'records', 'workflows']),
  id: z.string().max(512).optional(),
});

export const liveChangesInput = z.strictObject({ topics: z.array(liveTopicSchema).min(1).max(100) });

export type LiveTopic = z.infer<typeof liveTopicSchema>;

/** `ready` comes once the subscription listens: what was read before it may be stale. The others say what to read again. */
export interface LiveChange {
  kind: 'ready' | LiveTopic['kind'];
  id: string;
}
