import { z } from 'zod';

/** Who made a change, from where and when: the same members beside every change. */
export const changeOriginFields = {
  actorId: z.uuid().nullable(),
  actorType: z.string(),
  source: z.string(),
  runId: z.uuid().nullable(),
  stepPath: z.string().nullable(),
  stepId: z.string().nullable(),
  iterationKey: z.string().nullable(),
  reason: z.string().nullable(),
  changedAt: z.iso.datetime(),
};

/** Words for the ids of an origin; null = there is none, or what it names is gone. */
export const originNamesField = z.object({
  actor: z.string().nullable(),
  workflow: z.string().nullable(),
  step: z.object({ name: z.string().nullable(), actionId: z.string().nullable(), type: z.string() }).nullable(),
});
