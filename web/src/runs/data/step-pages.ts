/** What is known of the steps of a run: pages in order, each with the cursor that it was fetched with. */
export interface StepPage<Row> {
  cursor: string | undefined;
  items: readonly Row[];
  nextCursor: string | null;
}

interface Fetched<Row> {
  items: readonly Row[];
  nextCursor: string | null;
}

// A try that another one follows is not among them: its step comes back with a row of its own.
const settled = new Set(['SUCCEEDED', 'FAILED', 'CANCELED', 'SKIPPED']);

/**
 * Brings pages up to date and fetches what came after them. A step that is over does not change any more, so a full page of such steps is
 * kept: of a long run only its open steps and its end are asked for again. `tell` hears of the first page, so that it is seen early, and
 * then each time as much again is there: whoever draws has to draw few times only.
 */
export async function refreshPages<Row extends { status: string }>(
  known: readonly StepPage<Row>[],
  fetchPage: (cursor: string | undefined) => Promise<Fetched<Row>>,
  limit: number,
  tell: (pages: readonly StepPage<Row>[]) => void,
): Promise<readonly StepPage<Row>[]> {
  const pages: StepPage<Row>[] = [];
  let cursor: string | undefined;
  let count = 0;
  let told = 0;
  for (;;) {
    const before = known[pages.length];
    const page = before !== undefined && before.cursor === cursor && isSettled(before) ? before : await fetched(cursor);
    pages.push(page);
    count += page.items.length;
    if (page.nextCursor === null || count >= limit) return pages;
    if (count >= told * 2) {
      told = count;
      // What is known of later pages stays in sight until they are asked for again.
      tell([...pages, ...known.slice(pages.length)]);
    }
    cursor = page.nextCursor;
  }

  async function fetched(at: string | undefined): Promise<StepPage<Row>> {
    return { cursor: at, ...(await fetchPage(at)) };
  }
}

function isSettled<Row extends { status: string }>(page: StepPage<Row>): boolean {
  return page.nextCursor !== null && page.items.every((row) => settled.has(row.status));
}
