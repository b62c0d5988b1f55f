import { z } from 'zod';
import { emailField, passwordField, personNameField, roleField } from '../../auth/account-fields.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';

export const listMembersInput = z.strictObject({ limit: limitField, cursor: cursorField });

export const listMembersOutput = z.object({
  items: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      email: z.string(),
      type: z.enum(['user', 'service']),
      role: roleField,
      joinedAt: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const addMemberInput = z.strictObject({
  email: emailField,
  name: personNameField.optional(),
  role: roleField,
  /** Of a new account; left out, one is made and answered once. */
  password: passwordField.optional(),
});

export const addMemberOutput = z.object({
  userId: z.string(),
  /** Of a new account that was given none: to be handed over and changed; null otherwise. */
  password: z.string().nullable(),
});

export const memberInput = z.strictObject({ userId: z.uuid() });
export const changeRoleInput = z.strictObject({ userId: z.uuid(), role: roleField });
