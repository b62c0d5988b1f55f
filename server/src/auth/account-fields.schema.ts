import { z } from 'zod';
import { Roles } from '../kernel/actor.ts';

/** Fields of people, service accounts and tenants, as every way in takes them. */
export const emailField = z.email().max(320).toLowerCase();
export const passwordField = z.string().min(8).max(128);
export const personNameField = z.string().trim().min(1).max(256);
export const roleField = z.enum(Roles);
export const tenantNameField = z.string().trim().min(1).max(256);
export const tenantSlugField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63');
