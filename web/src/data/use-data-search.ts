import { getRouteApi } from '@tanstack/react-router';
import type { DataSearch } from './search.ts';

const route = getRouteApi('/shell/data');

/** The address of the page: what is shown, and how to show something else. Filters replace the entry of the browser's history, places add one. */
export function useDataSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    filter: (next: Partial<DataSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true }),
    go: (next: Partial<DataSearch>) => void navigate({ search: (before) => ({ ...before, ...next }) }),
    open: (next: DataSearch) => void navigate({ search: next }),
  };
}
