import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { createQueryClient } from '../api/query-client.ts';
import { createApiClient, TRPCProvider } from '../api/trpc.ts';
import { AnnouncerProvider } from '../ui/announcer.tsx';
import { cssVariablesResolver } from '../ui/theme/css-variables.ts';
import { theme } from '../ui/theme/theme.ts';
import { createAppRouter } from './router.tsx';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'penstock.color-scheme' });

export function App() {
  const [services] = useState(createServices);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      deduplicateInlineStyles
    >
      <QueryClientProvider client={services.queryClient}>
        <TRPCProvider trpcClient={services.client} queryClient={services.queryClient}>
          <AnnouncerProvider>
            <Suspense fallback={null}>
              <RouterProvider router={services.router} />
            </Suspense>
          </AnnouncerProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function createServices() {
  const client = createApiClient();
  const queryClient: QueryClient = createQueryClient(() => {
    const { href, pathname } = router.state.location;
    if (pathname === '/sign-in' || pathname === '/setup') return;
    // What was known about the one who was signed in is not shown to the next one.
    queryClient.clear();
    void router.navigate({ to: '/sign-in', search: { to: href } });
  });
  const router = createAppRouter({ client, queryClient });
  return { client, queryClient, router };
}
