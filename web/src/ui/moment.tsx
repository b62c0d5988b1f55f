import { Tooltip } from '@mantine/core';
import { useFormat } from '../i18n/use-format.ts';
import { useNow } from './clock.ts';
import classes from './moment.module.css';

/** When, in words; the exact time with its zone in a tooltip. */
export function Moment({ iso, absolute = false }: { iso: string; absolute?: boolean }) {
  const format = useFormat();
  const now = useNow(!absolute);
  return (
    <Tooltip label={format.exact(iso)}>
      <time dateTime={iso} className={classes.moment}>
        {absolute ? format.dateTime(iso) : format.relative(iso, now)}
      </time>
    </Tooltip>
  );
}

/** How long, and still counting while there is no end. */
export function Elapsed({ from, to }: { from: string; to: string | null }) {
  const format = useFormat();
  const now = useNow(to === null);
  const end = to === null ? now : new Date(to).getTime();
  return <span className={classes.moment}>{format.duration(Math.max(0, end - new Date(from).getTime()))}</span>;
}
