import { QueryClient } from '@tanstack/react-query';
import { apiErrorOf } from './api-error.ts';

/** Live changes make lists stale at once; time alone does so after a minute. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
  const known = apiErrorOf(error);
  return known.code === 'CONNECTION_LOST' || known.code === 'DATABASE_UNAVAILABLE';
}
