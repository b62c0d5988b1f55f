import { chromium } from 'playwright';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../../scripts/find-chromium.mjs';

/** A page that is signed in and counts its frames. */
export async function openBrowser({ url, admin }) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(HOW_TO_GET_CHROMIUM);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const page = await browser.newPage({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await page.addInitScript(countFrames);
  await page.request.post('/api/auth/sign-in/email', { data: admin, headers: { origin: url } });
  return { browser, page };
}

// Runs in the page: time between frames, from `start` until `stop`.
function countFrames() {
  let frames = [];
  let last = 0;
  let request = 0;
  const tick = (now) => {
    frames.push(now - last);
    last = now;
    request = requestAnimationFrame(tick);
  };
  window.bench = {
    start() {
      frames = [];
      last = performance.now();
      request = requestAnimationFrame(tick);
    },
    stop() {
      cancelAnimationFrame(request);
      return frames;
    },
  };
}

/** Frames a second, the 95th part of a hundred, the longest. */
export function frameFigures(frames) {
  const sorted = frames.toSorted((left, right) => left - right);
  const total = frames.reduce((sum, each) => sum + each, 0);
  return {
    fps: round(total === 0 ? 0 : (frames.length * 1000) / total),
    p95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    longestMs: round(sorted.at(-1) ?? 0),
  };
}

export function median(values) {
  return round(values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0);
}

export function round(value) {
  return Math.round(value * 10) / 10;
}
