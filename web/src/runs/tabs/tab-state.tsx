import type { ReactNode } from 'react';
import { ServerError } from '../../api/server-error.tsx';
import { Loading } from '../../ui/states.tsx';

interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}

/** A tab's data, or why it is not there. */
export function TabState<Data>({
  query,
  what,
  children,
}: {
  query: QueryLike<Data>;
  what: string;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ServerError error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading rows={4} what={what} />;
}
