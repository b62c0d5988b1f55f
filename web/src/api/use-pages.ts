import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface Page {
  items: readonly unknown[];
  nextCursor: string | null;
}

/**
 * A list that is fetched a page at a time. tRPC's own infinite options add a member to the input that our strict schemas refuse.
 * `queryKey` is made by `trpc.<router>.<list>.infiniteQueryKey(input)`, so that live changes find it.
 */
export function usePages<List extends Page>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined) => Promise<List>,
  options: { refetchInterval?: number | false } = {},
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...options,
  });
}
