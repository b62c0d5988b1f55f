import { type RefObject, useCallback, useSyncExternalStore } from 'react';

/** From and to in px at 16 px root, measured from the top of the list; the end is open where the list is not on the page yet. */
export interface Band {
  from: number;
  to: number;
}

/** The band moves in steps of this length, so that scrolling draws again only now and then. */
const STEP = 240;
const nowhere: Band = { from: 0, to: 4 * STEP };

/** The part of a list that can be seen, with a margin: what is outside of it need not be drawn. */
export function visibleBand(top: number, viewport: number, scale: number): Band {
  const from = Math.floor(-top / scale / STEP) * STEP - STEP;
  const to = Math.ceil((viewport - top) / scale / STEP) * STEP + STEP;
  return { from: Math.max(0, from), to: Math.max(STEP, to) };
}

/** Follows scrolling of whatever box the list lies in. */
export function useVisibleBand(list: RefObject<HTMLElement | null>): Band {
  const text = useSyncExternalStore(
    subscribe,
    useCallback(() => textOf(list.current), [list]),
  );
  const [from = nowhere.from, to = nowhere.to] = text.split(' ').map(Number);
  return { from, to };
}

// A text is the same as long as the band is: an object would be a new one at each look.
function textOf(element: HTMLElement | null): string {
  if (element === null) return `${nowhere.from} ${nowhere.to}`;
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const { from, to } = visibleBand(element.getBoundingClientRect().top, window.innerHeight, scale);
  return `${from} ${to}`;
}

function subscribe(listener: () => void): () => void {
  // Scroll events do not rise, but they can be caught on their way down.
  document.addEventListener('scroll', listener, { capture: true, passive: true });
  window.addEventListener('resize', listener);
  return () => {
    document.removeEventListener('scroll', listener, { capture: true });
    window.removeEventListener('resize', listener);
  };
}
