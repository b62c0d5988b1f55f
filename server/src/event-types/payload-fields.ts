import { z } from 'zod';

/** Any spelling of a UUID that the database takes: ids from other systems come in all versions. */
export const idField = z.guid();
/** ISO 8601 with `Z` or an offset. */
export const instantField = z.iso.datetime({ offset: true });
const actorTypeField = z.enum(['USER', 'CONTACT', 'SYSTEM']);

/**
 * What every payload carries: the tenant it belongs to and when it happened (both stamped by the publisher when missing), and who
 * was behind it where that means something.
 */
export const basePayload = {
  tenantId: z.string().min(1),
  occurredAt: instantField,
  actorUserId: idField.optional(),
  actorContactId: idField.optional(),
  actorType: actorTypeField.optional(),
};

/** Of an update: which fields changed, as dot-paths, and what each was before and is now. */
export const changeFields = {
  updatedAt: instantField.optional(),
  updatedFields: z.array(z.string()).optional(),
  changes: z
    .record(z.string(), z.looseObject({ previous: z.unknown().optional(), new: z.unknown().optional() }))
    .optional(),
};

export const exampleIds = {
  tenant: '018f2f5e-0000-7000-8000-000000000001',
  user: '018f2f5e-0000-7000-8000-0000000000a1',
  project: '018f2f5e-0000-7000-8000-0000000000b1',
  task: '018f2f5e-0000-7000-8000-0000000000c1',
  client: '018f2f5e-0000-7000-8000-0000000000d1',
  invoice: '018f2f5e-0000-7000-8000-0000000000e1',
};

export const exampleBase = {
  tenantId: exampleIds.tenant,
  occurredAt: '2026-03-02T09:30:00.000Z',
  actorUserId: exampleIds.user,
  actorType: 'USER',
} as const;
