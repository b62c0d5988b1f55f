import { z } from 'zod';
import { emailField, passwordField, personNameField, tenantNameField } from '../../auth/account-fields.schema.ts';

export const createOwnerInput = z.strictObject({
  email: emailField,
  password: passwordField,
  name: personNameField,
  /** Name of the first workspace. */
  tenantName: tenantNameField.default('Penstock'),
  /** Printed at start where others can reach the server. */
  token: z.string().max(256).optional(),
});

export const createOwnerOutput = z.object({ userId: z.string(), email: z.string() });
