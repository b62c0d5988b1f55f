// W7, the designer: 1,000 nested steps opened, dragged and typed into; the timeline of a run of 20,000 rows opened.
import { frameFigures, median, openBrowser, round } from './lib/browser.mjs';
import { startProduct } from './lib/product.mjs';
import { loopWorkflow, nestedWorkflow, PAYLOAD } from './lib/workflows.mjs';

const STEPS = 1000;
const ROWS = 20_000;
const MOVES = 90;
const TYPED = 'A name that is typed';
const RUN_MS = 120_000;

export async function measure() {
  const product = await startProduct();
  const { browser, page } = await openBrowser(product);
  try {
    const designer = await measureDesigner(product, page);
    return { steps: STEPS, ...designer, timeline: await measureTimeline(product, page) };
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function measureDesigner({ api }, page) {
  const made = await api('POST', '/workflow-definitions', { name: 'Nested steps', definition: nestedWorkflow(STEPS) });
  const card = page.locator('[data-step="note-1"]');
  // Once to warm up what the browser keeps.
  await page.goto(`/workflows/${made.key}`);
  await card.waitFor();
  const opens = [];
  for (let time = 0; time < 3; time += 1) {
    const from = performance.now();
    await page.goto(`/workflows/${made.key}`);
    await card.waitFor();
    opens.push(performance.now() - from);
  }
  const elements = await page.locator('*').count();
  return { openMs: median(opens), elements, ...(await dragAcross(page, card)), ...(await typeName(page)) };
}

/** Picks a card up, moves it over the pipe and drops it; then the same way back by undo. */
async function dragAcross(page, card) {
  const box = await card.boundingBox();
  const [x, y] = [box.x + 120, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const pickUp = await frames(page, () => page.mouse.move(x, y + 12, { steps: 2 }));
  const moves = await frames(page, async () => {
    for (let move = 1; move <= MOVES; move += 1) {
      await page.mouse.move(x + 20 * Math.sin(move / 6), y + 12 + (move * 560) / MOVES);
      await page.waitForTimeout(14);
    }
  });
  const drop = await frames(page, () => page.mouse.up());
  const hasMoved = (await page.locator('[data-step]').first().getAttribute('data-step')) !== 'note-1';
  if (!hasMoved) throw new Error('The drag has moved nothing');
  return { pickUpMs: pickUp.longestMs, drag: moves, dropMs: drop.longestMs };
}

/** From each key to the frame that shows it on the card. */
async function typeName(page) {
  await page.locator('[data-step="note-2"]').click();
  const field = page.locator('[data-pointer="/name"]').locator('input, textarea').first();
  await field.click();
  await field.fill('');
  const times = [];
  for (const sign of TYPED) {
    await page.evaluate(() => {
      const field = document.activeElement;
      window.keyTime = new Promise((resolve) => {
        field.addEventListener(
          'keydown',
          () => {
            const from = performance.now();
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => resolve(performance.now() - from);
              channel.port2.postMessage(null);
            });
          },
          { once: true },
        );
      });
    });
    await page.keyboard.type(sign);
    times.push(await page.evaluate(() => window.keyTime));
  }
  const sorted = times.toSorted((left, right) => left - right);
  return { keyMs: median(times), keyP95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0) };
}

async function frames(page, act) {
  await page.evaluate(() => window.bench.start());
  await act();
  // Two more frames, so that what the act has caused is drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return frameFigures(await page.evaluate(() => window.bench.stop()));
}

async function measureTimeline({ api }, page) {
  const definition = loopWorkflow(ROWS / 2);
  const { workflowId } = await api('POST', '/workflow-definitions', { name: definition.name, definition });
  const published = await api('POST', `/workflow-definitions/${workflowId}/1/publish`, {});
  if (published.ok === false) throw new Error(JSON.stringify(published.errors));
  const { runId } = await api('POST', '/workflow-runs', { workflowId, payload: await examplePayload(api) });
  const status = await finished(api, runId);
  await page.goto(`/runs/${runId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const from = performance.now();
  await page.goto(`/runs/${runId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const head = performance.now() - from;
  await page.waitForLoadState('networkidle');
  const elements = await page.locator('*').count();
  return { rows: ROWS, status, openMs: round(head), settledMs: round(performance.now() - from), elements };
}

async function examplePayload(api) {
  const { items } = await api('GET', '/workflow/registry/events');
  return items.find((event) => event.payloadSchemaRef === PAYLOAD).example;
}

async function finished(api, runId) {
  const until = performance.now() + RUN_MS;
  for (;;) {
    const run = await api('GET', `/workflow-runs/${runId}`);
    const status = run.status ?? run.run?.status;
    if (status !== 'RUNNING' && status !== 'QUEUED') return status;
    if (performance.now() > until) return status;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
