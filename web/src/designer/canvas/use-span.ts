import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Span } from '../../ui/pipe/pipe-drawing.tsx';

/** Drawn beyond what is in sight, so that scrolling a little draws nothing. */
const BEYOND = 480;
/** The drawn part moves in strides of this. */
const STRIDE = 240;

/** Pixels on screen for one of the layout, which counts in rem. */
export function pixelScale(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(root) && root > 0 ? root / 16 : 1;
}

export function spanOf(top: number, height: number): Span {
  return {
    from: Math.max(0, Math.floor((top - BEYOND) / STRIDE) * STRIDE),
    to: Math.ceil((top + height + BEYOND) / STRIDE) * STRIDE,
  };
}

/** The part of the sheet that is drawn: what is in sight and a little more, in the units of the layout. */
export function useSpan(viewport: RefObject<HTMLElement | null>): Span {
  const [span, setSpan] = useState<Span>(() => spanOf(0, window.innerHeight));
  useLayoutEffect(() => {
    const box = viewport.current;
    if (box === null) return;
    const look = () => {
      const scale = pixelScale();
      const next = spanOf(box.scrollTop / scale, (box.clientHeight || window.innerHeight) / scale);
      setSpan((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [viewport]);
  return span;
}
