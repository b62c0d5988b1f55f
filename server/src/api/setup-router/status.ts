import { z } from 'zod';
import { isSetUpNeeded } from '../../auth/set-up.ts';
import { anyProcedure } from '../trpc.ts';

const output = z.object({ needed: z.boolean(), tokenRequired: z.boolean() });

/** Does the first owner still have to be made, and does that take the token that the start printed? */
export const status = anyProcedure.output(output).query(async ({ ctx }) => ({
  needed: await isSetUpNeeded(ctx.platform),
  tokenRequired: typeof ctx.setupToken === 'string',
}));
