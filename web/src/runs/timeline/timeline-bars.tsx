import type { TimeScale } from './time-scale.ts';
import classes from './timeline.module.css';
import type { TimelineRow } from './timeline-rows.ts';

/** Filled = work, hatched = waiting. The row's words say the same, so the drawing is not read aloud. */
export function TimelineBars({ line, scale }: { line: TimelineRow; scale: TimeScale }) {
  return (
    <span className={classes.track} aria-hidden>
      {scale.shortened.map(({ from, to }) => (
        <span key={from} className={classes.shortened} style={place(scale.at(from), scale.at(to))} />
      ))}
      {line.bars.map((bar) => (
        <span
          key={`${bar.look} ${bar.from}`}
          className={classes.bar}
          data-look={bar.look}
          style={place(scale.at(bar.from), scale.at(bar.to))}
        />
      ))}
    </span>
  );
}

function place(from: number, to: number) {
  return {
    insetInlineStart: `${(from * 100).toFixed(3)}%`,
    inlineSize: `max(4px, ${((to - from) * 100).toFixed(3)}%)`,
  };
}
