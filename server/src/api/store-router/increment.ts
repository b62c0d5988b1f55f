import { z } from 'zod';
import { incrementEntry } from '../../store/increment-entry.ts';
import { procedure } from '../trpc.ts';
import { entryAddress } from './store.schema.ts';

const input = entryAddress.extend({ by: z.number().default(1), initial: z.number().default(0) });
const output = z.object({ value: z.number(), revision: z.number().int() });

/** Adds to a number; a missing one starts from `initial`. Errors: STORE_NOT_A_NUMBER, STORE_NUMBER_OUT_OF_RANGE. */
export const increment = procedure
  .input(input)
  .output(output)
  .mutation(({ ctx, input }) => ctx.withTenant((tx) => incrementEntry(tx, ctx.writer, input)));
