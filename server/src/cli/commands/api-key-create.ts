import { roleField, tenantSlugField } from '../../auth/account-fields.schema.ts';
import { createApiKey } from '../../auth/create-api-key.ts';
import { addTenant, FIRST_TENANT_SLUG, findTenantBySlug } from '../../auth/tenants.ts';
import { labelField } from '../../kernel/label.schema.ts';
import { type Command, optionalText, textOption } from '../command.ts';
import { CommandError } from '../command-error.ts';
import { commandWriter } from '../command-writer.ts';
import { fieldOf } from '../field-of.ts';
import { withPlatform } from '../with-platform.ts';

/** A key of a new service account; what is printed is the only place where it can be read. */
export const apiKeyCreate: Command = {
  name: 'api-key create',
  summary: 'make a service account and print its key, once (db)',
  options: {
    role: { type: 'string', required: true, value: 'owner|admin|editor|viewer', summary: 'what the key may do' },
    tenant: { type: 'string', value: 'SLUG', summary: `whose data it works on (default: ${FIRST_TENANT_SLUG})` },
    name: { type: 'string', summary: 'to recognise it by (default: command line)' },
  },
  async run(input) {
    const role = fieldOf(roleField, '--role', textOption(input, 'role'));
    const slug = fieldOf(tenantSlugField, '--tenant', optionalText(input, 'tenant') ?? FIRST_TENANT_SLUG);
    const name = fieldOf(labelField, '--name', optionalText(input, 'name') ?? 'command line');
    return withPlatform(input.environment, async ({ db, ids }) => {
      const tenant = await findTenantBySlug(db.pool, slug);
      // The first tenant has no other reason to be missing than that nobody was here yet.
      if (tenant === null && slug !== FIRST_TENANT_SLUG) {
        throw new CommandError(
          `There is no tenant ${slug}. "penstock user create --tenant ${slug}" makes it with its first person.`,
        );
      }
      const created = await db.withTenant(tenant ?? ids.next(), async (tx) => {
        if (tenant === null) await addTenant(tx, commandWriter, slug);
        return createApiKey(tx, commandWriter, { name, role });
      });
      return { json: { ...created, role, tenant: slug }, text: created.key };
    });
  },
};
