import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLostSince } from '../../api/live.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './shell.module.css';

/** Says that what is shown may be old. */
export function ConnectionBar() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const lostSince = useLostSince();
  return (
    <div role="status" className={classes.connection}>
      {lostSince !== null && (
        <p className={classes.lost}>
          <IconPlugConnectedX size={15} stroke={1.7} aria-hidden />
          {t(($) => $.notConnected, { time: format.time(new Date(lostSince).toISOString()) })}
        </p>
      )}
    </div>
  );
}
