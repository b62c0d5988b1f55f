import type { Icon } from '@tabler/icons-react';
import classes from './tile.module.css';

/** What a step touches: flow, data store, records, people and time, the outside world, values; trigger = where a run comes in. */
export type Family = 'flow' | 'store' | 'records' | 'people' | 'outside' | 'values' | 'trigger' | 'quiet';

/** A kind's icon on its family's tint. */
export function Tile({ icon: Glyph, family, size = 28 }: { icon: Icon; family: Family; size?: 20 | 24 | 28 }) {
  return (
    <span className={classes.tile} data-family={family} data-size={size} aria-hidden>
      <Glyph size={size === 28 ? 17 : size === 24 ? 15 : 13} stroke={1.65} />
    </span>
  );
}
