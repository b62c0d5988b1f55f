import type { HttpClient, HttpRequest } from './http-client.ts';

const PAGE = 200;

/** Every item of a list, page after page, at most `max`. */
export async function listAll<T>(http: HttpClient, request: Omit<HttpRequest, 'method'>, max = 10_000): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(PAGE, max - items.length);
    const query = { ...request.query, limit, cursor };
    const page: { items: T[]; nextCursor: string | null } = await http.json({ ...request, method: 'GET', query });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < max);
  return items;
}
