import type { ReactNode } from 'react';
import { Loading } from '../ui/states.tsx';
import { ServerError } from './server-error.tsx';

/** The part of a paged query that a list needs. */
export interface PagedQuery<Item> {
  data: { pages: readonly { items: readonly Item[] }[] } | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** There is more, and it can be fetched. */
export interface More {
  fetch: () => void;
  fetching: boolean;
}

export interface PagedProps<Item> {
  query: PagedQuery<Item>;
  /** What is awaited, in words. */
  what: string;
  rows?: number;
  height?: number;
  children: (items: readonly Item[], more: More | undefined) => ReactNode;
}

/** A list that is fetched a page at a time: what is there, or what is awaited, or why it did not come. */
export function Paged<Item>({ query, what, rows = 6, height = 40, children }: PagedProps<Item>) {
  if (query.data === undefined) {
    if (query.isError) return <ServerError error={query.error} onRetry={() => void query.refetch()} />;
    return <Loading rows={rows} height={height} what={what} />;
  }
  const more = query.hasNextPage
    ? { fetch: () => void query.fetchNextPage(), fetching: query.isFetchingNextPage }
    : undefined;
  return (
    <>
      {children(
        query.data.pages.flatMap((page) => page.items),
        more,
      )}
    </>
  );
}
