const MARGIN = 32;

/**
 * Scrolls a place of a list into its scroller (the nearest `data-scroller`), whether or not anything is drawn there yet.
 * Lengths in px at 16 px root. `third`: not to the nearest edge but a third from the top.
 */
export function reveal(
  list: HTMLElement | null,
  top: number,
  height: number,
  how: 'nearest' | 'third' = 'nearest',
): void {
  const scroller = list?.closest<HTMLElement>('[data-scroller]');
  if (list === null || scroller == null) return;
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const offset = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const next = scrollTo(offset + top * scale, height * scale, scroller, how);
  if (next === null) return;
  const calm = how === 'third' || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollTo({ top: next, behavior: calm ? 'auto' : 'smooth' });
}

interface View {
  scrollTop: number;
  clientHeight: number;
}

/** Where to scroll; null = it is in sight. */
export function scrollTo(top: number, height: number, view: View, how: 'nearest' | 'third'): number | null {
  const seenFrom = view.scrollTop;
  const seenTo = view.scrollTop + view.clientHeight;
  if (top >= seenFrom && top + height <= seenTo) return null;
  if (how === 'third') return Math.max(0, top - view.clientHeight / 3);
  if (top < seenFrom) return Math.max(0, top - MARGIN);
  return top + height + MARGIN - view.clientHeight;
}
