import { QueryCache, QueryClient } from '@tanstack/react-query';
import { apiErrorOf } from './api-error.ts';

/** Live changes make lists stale at once; time alone does so after a minute. `onSignedOut`: the session ended while the page was open. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (apiErrorOf(error).code === 'UNAUTHENTICATED') onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isWorthAnotherTry(error),
      },
      mutations: { retry: false },
    },
  });
}

/** What the server refused stays refused; a lost connection may come back. */
function isWorthAnotherTry(error: unknown): boolean {
  const { code } = apiErrorOf(error);
  return code === 'CONNECTION_LOST' || code === 'DATABASE_UNAVAILABLE';
}
