import { apiKeysRouter } from './api-keys-router/api-keys-router.ts';
import { eventsRouter } from './events-router/events-router.ts';
import { linksRouter } from './links-router/links-router.ts';
import { liveRouter } from './live-router/live-router.ts';
import { membersRouter } from './members-router/members-router.ts';
import { projectTasksRouter } from './project-tasks-router/project-tasks-router.ts';
import { projectsRouter } from './projects-router/projects-router.ts';
import { registryRouter } from './registry-router/registry-router.ts';
import { runsRouter } from './runs-router/runs-router.ts';
import { sessionRouter } from './session-router/session-router.ts';
import { setupRouter } from './setup-router/setup-router.ts';
import { storeRouter } from './store-router/store-router.ts';
import { router } from './trpc.ts';
import { workflowsRouter } from './workflows-router/workflows-router.ts';

/** Every procedure of the product, by capability; each also needs a row in permission-table.ts. */
export const appRouter = router({
  setup: setupRouter,
  session: sessionRouter,
  members: membersRouter,
  apiKeys: apiKeysRouter,
  live: liveRouter,
  workflows: workflowsRouter,
  runs: runsRouter,
  events: eventsRouter,
  registry: registryRouter,
  store: storeRouter,
  links: linksRouter,
  projects: projectsRouter,
  projectTasks: projectTasksRouter,
});

export type AppRouter = typeof appRouter;
