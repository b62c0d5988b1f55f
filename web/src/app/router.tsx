import type { AppRouter } from '@penstock/server';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { ApiClient } from '../api/trpc.ts';
import { dataSearch } from '../data/search.ts';
import { designerSearch } from '../designer/page/search.ts';
import { loadTexts } from '../i18n/i18n.ts';
import { projectSearch, projectsSearch } from '../records/search.ts';
import { runSearch, runsSearch } from '../runs/search.ts';
import { workflowsSearch } from '../workflows/search.ts';
import { LostPage, NotFoundPage, UnexpectedPage } from './error-pages.tsx';
import { parseSearch, signInSearch, stringifySearch } from './search.ts';
import { Shell } from './shell/shell.tsx';

export interface RouterContext {
  client: ApiClient;
  queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: LostPage,
  errorComponent: UnexpectedPage,
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  loader: () => loadTexts('auth'),
  component: lazyRouteComponent(() => import('../auth/setup-page.tsx'), 'SetupPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  loader: () => loadTexts('auth'),
  component: lazyRouteComponent(() => import('../auth/sign-in-page.tsx'), 'SignInPage'),
});

/** Everything but set-up and sign-in needs somebody who is signed in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const trpc = proxy(context);
    const session = await context.queryClient.ensureQueryData(
      trpc.session.current.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
    );
    if (session !== null) return { session };
    const setup = await context.queryClient.fetchQuery(trpc.setup.status.queryOptions());
    if (setup.needed) throw redirect({ to: '/setup' });
    throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } });
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: UnexpectedPage,
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/workflows', replace: true });
  },
});

const workflowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workflows',
  validateSearch: workflowsSearch,
  loader: () => loadTexts('workflows', 'actions', 'events'),
  component: lazyRouteComponent(() => import('../workflows/workflows-page.tsx'), 'WorkflowsPage'),
});

const designerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workflows/$workflowId',
  validateSearch: designerSearch,
  staticData: { work: true },
  loader: () =>
    loadTexts(
      'designer',
      'canvas',
      'palette',
      'inspector',
      'forms',
      'expressions',
      'steps',
      'workflows',
      'actions',
      'events',
    ),
  component: lazyRouteComponent(() => import('../designer/page/designer-page.tsx'), 'DesignerPage'),
});

const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  validateSearch: runsSearch,
  loader: () => loadTexts('runs', 'actions', 'events'),
  component: lazyRouteComponent(() => import('../runs/runs-page.tsx'), 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs/$runId',
  validateSearch: runSearch,
  staticData: { work: true },
  loader: () => loadTexts('runs', 'steps', 'actions', 'events'),
  component: lazyRouteComponent(() => import('../runs/run-page.tsx'), 'RunPage'),
});

const dataRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data',
  validateSearch: dataSearch,
  loader: () => loadTexts('data', 'forms', 'actions', 'events'),
  component: lazyRouteComponent(() => import('../data/data-page.tsx'), 'DataPage'),
});

const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  validateSearch: projectsSearch,
  loader: () => loadTexts('records', 'forms'),
  component: lazyRouteComponent(() => import('../records/projects-page.tsx'), 'ProjectsPage'),
});

const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$projectId',
  validateSearch: projectSearch,
  loader: () => loadTexts('records', 'forms'),
  component: lazyRouteComponent(() => import('../records/project-page.tsx'), 'ProjectPage'),
});

const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  shellRoute.addChildren([
    homeRoute,
    workflowsRoute,
    designerRoute,
    runsRoute,
    runRoute,
    dataRoute,
    projectsRoute,
    projectRoute,
  ]),
]);

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

function proxy({ client, queryClient }: RouterContext) {
  return createTRPCOptionsProxy<AppRouter>({ client, queryClient });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface StaticDataRouteOption {
    /** A work screen: the navigation starts as a rail and the page brings its own top bar. */
    work?: boolean;
  }
}
