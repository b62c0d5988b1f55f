import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '../../api/trpc.ts';
import { type Catalog, toCatalog } from '../store/catalog.ts';

/** Entries are part of the server's code: they change when it is replaced, not while a page is open. */
const ONCE = { staleTime: Number.POSITIVE_INFINITY } as const;

export interface CatalogQuery {
  catalog: Catalog | null;
  error: unknown;
  retry: () => void;
}

export function useCatalogQuery(): CatalogQuery {
  const trpc = useTRPC();
  const [designer, events] = useQueries({
    queries: [
      trpc.registry.designerCatalog.queryOptions(undefined, ONCE),
      trpc.registry.events.queryOptions(undefined, ONCE),
    ],
  });
  const catalog = useMemo(
    () =>
      designer.data === undefined || events.data === undefined ? null : toCatalog(designer.data, events.data.items),
    [designer.data, events.data],
  );
  const retry = () => {
    void designer.refetch();
    void events.refetch();
  };
  return { catalog, error: designer.error ?? events.error, retry };
}
