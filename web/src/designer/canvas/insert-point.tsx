import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useEditorState } from '../store/editor-context.ts';
import type { Gap } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import classes from './gap.module.css';
import { usePlaceWords } from './use-words.ts';

/** A dot at rest; under the pointer, and always on touch, a plus with a line where the card will be. */
export const InsertPoint = memo(function InsertPoint({ pipe, index, axis, y }: Gap) {
  const words = usePlaceWords();
  const label = useEditorState(() => words.insert({ pipe, index }));
  const isOpen = useCanvas(({ insertAt }) => insertAt?.pipe === pipe && insertAt.index === index);
  return (
    <div
      className={classes.point}
      style={{ insetBlockStart: `${(y - 12) / 16}rem`, insetInlineStart: `${(axis - 12) / 16}rem` }}
      data-open={isOpen || undefined}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes.plus}
        data-pipe={pipe}
        data-index={index}
        aria-label={label}
      >
        <IconPlus size={14} stroke={2.4} aria-hidden />
      </button>
      <span className={classes.line} />
    </div>
  );
});
