import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/**
 * One stop of the tab key for a long list: arrow keys, Home and End walk its rows. Rows carry `data-row` with their key. The row that is
 * walked to has to be drawn, also outside of what is in sight: `current` says which it is.
 */
export function useRovingRows(list: RefObject<HTMLElement | null>, keys: readonly string[], start: string | undefined) {
  const [walked, setWalked] = useState<string>();
  const wanted = useRef(false);
  const current = walked ?? start ?? keys[0];
  useEffect(() => {
    if (!wanted.current || walked === undefined) return;
    wanted.current = false;
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      (each) => each.dataset.row === walked,
    );
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [walked, list]);
  return {
    current,
    onFocus: (event: FocusEvent) => {
      const key = rowOf(event.target);
      if (key !== undefined) setWalked(key);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const key = rowOf(event.target);
      const next = key === undefined ? undefined : nextOf(event.key, keys, keys.indexOf(key));
      if (next === undefined) return;
      event.preventDefault();
      wanted.current = true;
      setWalked(next);
    },
  };
}

function nextOf(pressed: string, keys: readonly string[], index: number): string | undefined {
  if (pressed === 'ArrowDown') return keys[index + 1];
  if (pressed === 'ArrowUp') return keys[index - 1];
  if (pressed === 'Home') return keys[0];
  return pressed === 'End' ? keys.at(-1) : undefined;
}

function rowOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset.row : undefined;
}
