import { z } from 'zod';

/** Who is signed in, or null. `permissions` is what the role may do, for hiding what would be refused. */
export const currentSessionSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), type: z.enum(['user', 'service']) }),
    tenant: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
    role: z.enum(['viewer', 'editor', 'admin', 'owner']),
    permissions: z.array(z.string()),
  })
  .nullable();

export type CurrentSession = z.infer<typeof currentSessionSchema>;
