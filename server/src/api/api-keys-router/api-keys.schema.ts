import { z } from 'zod';
import { roleField } from '../../auth/account-fields.schema.ts';
import { labelField } from '../../kernel/label.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';

export const listApiKeysInput = z.strictObject({ limit: limitField, cursor: cursorField });

export const listApiKeysOutput = z.object({
  items: z.array(
    z.object({
      apiKeyId: z.string(),
      name: z.string(),
      start: z.string(),
      serviceAccountId: z.string(),
      role: roleField,
      createdAt: z.string(),
      lastUsedAt: z.string().nullable(),
      expiresAt: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const createApiKeyInput = z.strictObject({
  name: labelField,
  role: roleField,
  /** ISO 8601 in UTC; left out, the key works until it is revoked. */
  expiresAt: z.iso.datetime().optional(),
});

export const createApiKeyOutput = z.object({
  apiKeyId: z.string(),
  serviceAccountId: z.string(),
  /** Shown this once. */
  key: z.string(),
});

export const apiKeyInput = z.strictObject({ apiKeyId: z.uuid() });
