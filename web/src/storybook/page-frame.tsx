import type { Decorator } from '@storybook/react-vite';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { createContext, type ReactNode, use } from 'react';
import { createQueryClient } from '../api/query-client.ts';
import { type ApiClient, TRPCProvider } from '../api/trpc.ts';
import { parseSearch, stringifySearch } from '../app/search.ts';
import { dataSearch } from '../data/search.ts';
import { designerSearch } from '../designer/page/search.ts';
import { projectSearch, projectsSearch } from '../records/search.ts';
import { runSearch, runsSearch } from '../runs/search.ts';
import { type Session, SessionProvider } from '../session/session.ts';
import { workflowsSearch } from '../workflows/search.ts';
import { type Answers, storyClient } from './answers.ts';

export interface PageOptions {
  answers?: Answers;
  /** Where the story stands. */
  at?: string;
  permissions?: readonly string[];
}

interface Loaded {
  client: ApiClient;
  queryClient: QueryClient;
  router: ReturnType<typeof storyRouter>;
}

const everything = [
  'workflow:read',
  'workflow:manage',
  'workflow:publish',
  'workflow:admin',
  'project:read',
  'project:write',
];

/** For stories of parts that ask the server, link to pages or read their address: `...onPage({ answers, at })` in the meta. */
export function onPage({ answers = {}, at = '/', permissions = everything }: PageOptions): {
  loaders: (() => Promise<Record<string, unknown>>)[];
  decorators: Decorator[];
} {
  const load = async (): Promise<Loaded & Record<string, unknown>> => {
    const router = storyRouter(at);
    await router.load();
    return { client: storyClient(answers), queryClient: createQueryClient(() => undefined), router };
  };
  return {
    loaders: [load],
    decorators: [
      (Story, { loaded }) => (
        <Surroundings {...(loaded as Loaded)} permissions={permissions}>
          <Story />
        </Surroundings>
      ),
    ],
  };
}

function Surroundings({
  client,
  queryClient,
  router,
  permissions,
  children,
}: Loaded & { permissions: readonly string[]; children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <SessionProvider value={sessionWith(permissions)}>
          <StoryContext value={children}>
            <RouterProvider router={router as never} />
          </StoryContext>
        </SessionProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

const StoryContext = createContext<ReactNode>(null);

function StoryPlace() {
  return use(StoryContext);
}

/** The addresses of the product, each with the story in the place of its page. */
function storyRouter(at: string) {
  const root = createRootRoute();
  const shell = createRoute({ getParentRoute: () => root, id: 'shell' });
  const page = (path: string, validateSearch: (search: Record<string, unknown>) => unknown = (search) => search) =>
    createRoute({ getParentRoute: () => shell, path, validateSearch, component: StoryPlace });
  return createRouter({
    routeTree: root.addChildren([
      shell.addChildren([
        page('/'),
        page('/workflows', (search) => workflowsSearch(search)),
        page('/workflows/$workflowId', (search) => designerSearch(search)),
        page('/runs', (search) => runsSearch(search)),
        page('/runs/$runId', (search) => runSearch(search)),
        page('/data', (search) => dataSearch(search)),
        page('/projects', (search) => projectsSearch(search)),
        page('/projects/$projectId', (search) => projectSearch(search)),
      ]),
    ]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch,
    // A part that breaks fails its story; the router would show a page about it.
    defaultErrorComponent: ({ error }) => {
      throw error;
    },
  });
}

function sessionWith(permissions: readonly string[]): Session {
  return {
    user: { id: 'maja', name: 'Maja', email: 'maja@example.com', type: 'user' },
    tenant: { id: 'north', name: 'North Works', slug: 'north' },
    role: 'owner',
    permissions: [...permissions],
  };
}
