import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './badge.module.css';
import type { Hue } from './theme/palettes.ts';

export interface BadgeProps {
  icon?: Icon;
  hue?: Hue | 'grey';
  outlined?: boolean;
  /** Turns the icon: for what is under way. */
  turning?: boolean;
  children: ReactNode;
}

/** Icon and word, never a bare dot. */
export function Badge({ icon: BadgeIcon, hue = 'grey', outlined = false, turning = false, children }: BadgeProps) {
  return (
    <span className={classes.badge} data-hue={hue} data-outlined={outlined || undefined}>
      {BadgeIcon !== undefined && (
        <BadgeIcon size={13} stroke={1.9} className={turning ? classes.turning : undefined} aria-hidden />
      )}
      <span>{children}</span>
    </span>
  );
}
