import { useTranslation } from 'react-i18next';
import { Badge } from './badge.tsx';
import { type ShownStatus, statusLooks } from './status.ts';
import classes from './status-badge.module.css';

export function StatusBadge({ status }: { status: ShownStatus }) {
  const { t } = useTranslation('common');
  return <Badge {...statusLooks[status]}>{t(($) => $.status[status])}</Badge>;
}

/** The icon alone, where the word stands beside it or in a tooltip; it has the word as its name. */
export function StatusIcon({ status, size = 17 }: { status: ShownStatus; size?: number }) {
  const { t } = useTranslation('common');
  const { icon: Glyph, hue, turning } = statusLooks[status];
  const word = t(($) => $.status[status]);
  return (
    <span className={classes.icon} data-hue={hue} role="img" aria-label={word} title={word}>
      <Glyph size={size} stroke={1.8} className={turning === true ? classes.turning : undefined} aria-hidden />
    </span>
  );
}
