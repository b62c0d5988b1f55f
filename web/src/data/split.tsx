import { clamp, useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data.module.css';

const MIN = 20;
const MAX = 80;
const STEP = 4;

/** Two panes above each other; the line between them is dragged, or moved with the arrow keys, and stays where it was left. */
export function Split({ upper, lower }: { upper: ReactNode; lower: ReactNode }) {
  const { t } = useTranslation('data');
  const box = useRef<HTMLDivElement>(null);
  const [share, setShare] = useLocalStorage({
    key: 'penstock.data.split',
    defaultValue: 46,
    getInitialValueInEffect: false,
  });
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const { top = 0, height = 1 } = box.current?.getBoundingClientRect() ?? {};
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      setShare(Math.round(clamp(((event.clientY - top) / height) * 100, MIN, MAX)));
    }
  };
  const key = (event: KeyboardEvent) => {
    const next = { ArrowUp: share - STEP, ArrowDown: share + STEP, Home: MIN, End: MAX }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setShare(clamp(next, MIN, MAX));
  };
  return (
    <div ref={box} className={classes.split} style={{ gridTemplateRows: `${share}fr auto ${100 - share}fr` }}>
      <div className={classes.pane}>{upper}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule that is dragged is a separator with a value, which hr cannot be */}
      <div
        role="separator"
        aria-orientation="horizontal"
        aria-label={t(($) => $.around.resize)}
        aria-valuenow={share}
        aria-valuemin={MIN}
        aria-valuemax={MAX}
        tabIndex={0}
        className={classes.divider}
        onKeyDown={key}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={move}
      />
      <div className={classes.pane}>{lower}</div>
    </div>
  );
}
