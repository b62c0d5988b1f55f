import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import classes from './split-handle.module.css';

const KEY_STEP = 24;

export interface SplitSize {
  /** px; null = as the page lays it out. */
  size: number | null;
  min: number;
  max: number;
  set: (size: number) => void;
}

export interface SplitHandleProps extends SplitSize {
  label: string;
  /** inline: between columns · block: between rows. */
  axis: 'inline' | 'block';
  /** Which side has the size: dragging towards its end makes it larger. */
  side: 'before' | 'after';
}

/** A line between two parts that is dragged, or moved with the arrow keys. */
export function SplitHandle({ label, axis, side, size, min, max, set }: SplitHandleProps) {
  const start = useRef<{ at: number; size: number } | null>(null);
  const measured = (handle: HTMLElement) => {
    const part = side === 'before' ? handle.previousElementSibling : handle.nextElementSibling;
    const box = part?.getBoundingClientRect();
    return size ?? (axis === 'inline' ? box?.width : box?.height) ?? min;
  };
  const direction = (handle: HTMLElement) => {
    const flipped = axis === 'inline' && getComputedStyle(handle).direction === 'rtl';
    return (side === 'before') !== flipped ? 1 : -1;
  };
  const clamp = (next: number) => Math.round(Math.min(max, Math.max(min, next)));
  const place = (event: PointerEvent) => (axis === 'inline' ? event.clientX : event.clientY);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: place(event), size: measured(event.currentTarget) };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current === null) return;
    set(clamp(start.current.size + (place(event) - start.current.at) * direction(event.currentTarget)));
  };
  const onPointerUp = () => {
    start.current = null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = keySteps[axis][event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(clamp(measured(event.currentTarget) + by * KEY_STEP * direction(event.currentTarget)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that is moved is no thematic break
    <div
      role="separator"
      tabIndex={0}
      className={classes.handle}
      data-axis={axis}
      aria-label={label}
      aria-orientation={axis === 'inline' ? 'vertical' : 'horizontal'}
      aria-valuenow={size ?? min}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}

const keySteps: Record<SplitHandleProps['axis'], Record<string, number>> = {
  inline: { ArrowLeft: -1, ArrowRight: 1 },
  block: { ArrowUp: -1, ArrowDown: 1 },
};

/** A size that this browser remembers. */
export function useSplitSize(key: string, min: number, max: number): SplitSize {
  const [size, setSize] = useState(() => stored(key, min, max));
  const set = (next: number) => {
    setSize(next);
    try {
      localStorage.setItem(key, String(next));
    } catch {
      // storage may be blocked: the size lasts as long as the page
    }
  };
  return { size, min, max, set };
}

function stored(key: string, min: number, max: number): number | null {
  try {
    const size = Number(localStorage.getItem(key) ?? Number.NaN);
    return Number.isFinite(size) ? Math.min(max, Math.max(min, size)) : null;
  } catch {
    return null;
  }
}
