import { useTranslation } from 'react-i18next';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import type { StepBody } from '../model/document.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import classes from './gap.module.css';
import { useCardName, usePlaceWords } from './use-words.ts';

/** Where what is dragged would go, with the sentence that says so. */
export function OpenGap({ layout }: { layout: CanvasLayout }) {
  const { t } = useTranslation('canvas');
  const drag = useCanvas((state) => state.drag);
  const words = usePlaceWords();
  const nameOf = useCardName();
  const gap = drag?.gap == null ? undefined : layout.gaps.find((each) => each.id === drag.gap?.id);
  if (drag === null || gap === undefined) return null;
  const branch = words.branch(gap);
  const add = drag.load.kind === 'add' ? { step: nameOf(drag.load.step as unknown as StepBody) } : null;
  return (
    <div
      className={classes.box}
      data-open-gap
      style={{
        insetBlockStart: `${(gap.y - measure.openBox / 2) / 16}rem`,
        insetInlineStart: `${(gap.axis - measure.axis) / 16}rem`,
      }}
    >
      {branch === null
        ? add === null
          ? t(($) => $.drag.moveHere)
          : t(($) => $.drag.addHere, add)
        : add === null
          ? t(($) => $.drag.moveHereInside, { branch })
          : t(($) => $.drag.addHereInside, { branch, ...add })}
    </div>
  );
}
