import type { ReactNode } from 'react';
import { TabState } from './tab-state.tsx';

/** Rows that a tab fetches at a time. */
export const TAB_PAGE = 100;

interface PagesLike<Item> {
  data: { pages: readonly { items: readonly Item[] }[] } | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export interface More {
  fetch: () => void;
  fetching: boolean;
}

/** A list of a tab that is fetched a page at a time. */
export function PagedState<Item>({
  query,
  what,
  children,
}: {
  query: PagesLike<Item>;
  what: string;
  children: (items: readonly Item[], more: More | undefined) => ReactNode;
}) {
  return (
    <TabState query={query} what={what}>
      {(data) =>
        children(
          data.pages.flatMap((page) => page.items),
          query.hasNextPage
            ? { fetch: () => void query.fetchNextPage(), fetching: query.isFetchingNextPage }
            : undefined,
        )
      }
    </TabState>
  );
}
