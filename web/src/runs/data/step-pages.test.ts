import { expect, test } from 'vitest';
import { refreshPages, type StepPage } from './step-pages.ts';

interface Row {
  id: number;
  status: string;
}

/** A run whose steps are served two a page. */
function server(rows: Row[]) {
  const asked: (string | undefined)[] = [];
  const fetchPage = async (cursor: string | undefined) => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    return { items: rows.slice(from, from + 2), nextCursor: rows.length > from + 2 ? String(from + 2) : null };
  };
  return { asked, fetchPage };
}
const rows = (...statuses: string[]): Row[] => statuses.map((status, id) => ({ id, status }));
const idsOf = (pages: readonly StepPage<Row>[]) => pages.flatMap((page) => page.items.map((row) => row.id));
const ignore = () => undefined;

test('all pages are fetched; the first is told of at once, and then each time as much again has come', async () => {
  const { fetchPage } = server(rows(...Array.from({ length: 11 }, () => 'SUCCEEDED')));
  const told: number[] = [];

  const pages = await refreshPages([], fetchPage, 100, (sofar) => told.push(idsOf(sofar).length));

  expect(idsOf(pages)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(told).toEqual([2, 4, 8]);
});

test('a page whose steps are all over is not asked for again', async () => {
  const first = server(rows('STARTED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'STARTED'));
  const known = await refreshPages([], first.fetchPage, 100, ignore);
  const later = server(rows('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'STARTED', 'STARTED'));

  const pages = await refreshPages(known, later.fetchPage, 100, ignore);

  expect(later.asked).toEqual([undefined, '4', '6']);
  expect(idsOf(pages)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(pages[0]?.items[0]?.status).toBe('SUCCEEDED');
});

test('no more than the limit is fetched', async () => {
  const { asked, fetchPage } = server(
    rows('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED'),
  );

  const pages = await refreshPages([], fetchPage, 4, ignore);

  expect(asked).toHaveLength(2);
  expect(pages.at(-1)?.nextCursor).toBe('4');
});
