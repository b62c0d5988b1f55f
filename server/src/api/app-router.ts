import { sessionRouter } from './session-router/session-router.ts';
import { router } from './trpc.ts';

/** Every procedure of the product, by capability; each also needs a row in permission-table.ts. */
export const appRouter = router({
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
