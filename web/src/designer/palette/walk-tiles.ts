import type { KeyboardEvent } from 'react';

const WALKED = '[data-walk]';

/** Up and Down go through what is shown, Home and End to its ends; Up from the first goes back to the search field. */
export function walkTiles(event: KeyboardEvent<HTMLElement>, search: HTMLElement | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(WALKED)];
  const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = to < 0 ? search : stops[Math.min(to, stops.length - 1)];
  next?.focus();
}

export function firstStop(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>('[data-item]') ?? null;
}
