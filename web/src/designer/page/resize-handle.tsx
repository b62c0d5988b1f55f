import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './designer.module.css';
import type { InspectorSize } from './use-inspector-size.ts';

const STEP = 24;

/** Drags the edge of the inspector; arrow keys do the same. */
export function ResizeHandle({ size, narrow }: { size: InspectorSize; narrow: boolean }) {
  const { t } = useTranslation('designer');
  const start = useRef<{ at: number; size: number } | null>(null);
  const at = (event: PointerEvent) => (narrow ? event.clientY : event.clientX);
  const towards = () => (!narrow && document.documentElement.dir === 'rtl' ? -1 : 1);
  const move = (event: PointerEvent) => {
    if (start.current !== null) size.set(start.current.size + (start.current.at - at(event)) * towards());
  };
  const key = (event: KeyboardEvent) => {
    const grow = narrow ? 'ArrowUp' : towards() === 1 ? 'ArrowLeft' : 'ArrowRight';
    const shrink = narrow ? 'ArrowDown' : towards() === 1 ? 'ArrowRight' : 'ArrowLeft';
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    size.set(size.size + (event.key === grow ? STEP : -STEP));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, hr is not
    <div
      role="separator"
      tabIndex={0}
      className={classes.handle}
      data-axis={narrow ? 'y' : 'x'}
      aria-label={t(($) => $.resize)}
      aria-orientation={narrow ? 'horizontal' : 'vertical'}
      aria-valuenow={size.size}
      aria-valuemin={size.min}
      aria-valuemax={size.max}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: at(event), size: size.size };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={key}
    />
  );
}
