import { hashPassword } from 'better-auth/crypto';
import {
  emailField,
  passwordField,
  personNameField,
  roleField,
  tenantSlugField,
} from '../../auth/account-fields.schema.ts';
import { addMember } from '../../auth/add-member.ts';
import { addTenant, FIRST_TENANT_SLUG, findTenantBySlug } from '../../auth/tenants.ts';
import { type Command, optionalText, textOption } from '../command.ts';
import { commandWriter } from '../command-writer.ts';
import { fieldOf } from '../field-of.ts';
import { withPlatform } from '../with-platform.ts';

/** Adds a person, and the tenant when there is none of that slug. */
export const userCreate: Command = {
  name: 'user create',
  summary: 'add a person to a tenant (db)',
  options: {
    email: { type: 'string', required: true, summary: 'address to sign in with' },
    password: { type: 'string', required: true, summary: '8 to 128 characters' },
    role: { type: 'string', required: true, value: 'owner|admin|editor|viewer', summary: 'what the person may do' },
    name: { type: 'string', summary: 'shown to others (default: the address)' },
    tenant: { type: 'string', value: 'SLUG', summary: `made when it is new (default: ${FIRST_TENANT_SLUG})` },
  },
  async run(input) {
    const email = fieldOf(emailField, '--email', textOption(input, 'email'));
    const password = fieldOf(passwordField, '--password', textOption(input, 'password'));
    const role = fieldOf(roleField, '--role', textOption(input, 'role'));
    const name = fieldOf(personNameField, '--name', optionalText(input, 'name') ?? email);
    const slug = fieldOf(tenantSlugField, '--tenant', optionalText(input, 'tenant') ?? FIRST_TENANT_SLUG);
    const passwordHash = await hashPassword(password);
    return withPlatform(input.environment, async ({ db, ids }) => {
      const tenant = (await findTenantBySlug(db.pool, slug)) ?? ids.next();
      const { userId } = await db.withTenant(tenant, async (tx) => {
        await addTenant(tx, commandWriter, slug);
        return addMember(tx, commandWriter, { email, name, role, passwordHash });
      });
      return { json: { userId, email, role, tenant: slug, tenantId: tenant }, text: `${email} is ${role} of ${slug}` };
    });
  },
};
