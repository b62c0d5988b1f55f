import { Tooltip } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useNow } from '../../ui/clock.ts';
import classes from './entries.module.css';
import { expiryOf } from './expiry.ts';

/** A countdown in brass, or the word never; the exact time in a tooltip. */
export function ExpiryText({ expiresAt }: { expiresAt: string | null }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const now = useNow(expiresAt !== null);
  const expiry = expiryOf(expiresAt, now, format);
  if (expiresAt === null || expiry.kind === 'never') {
    return <span className={classes.quiet}>{t(($) => $.entries.never)}</span>;
  }
  return (
    <Tooltip label={format.exact(expiresAt)}>
      <span className={classes.expires}>
        <IconHourglass size={14} stroke={1.8} aria-hidden />
        {expiry.kind === 'over' ? t(($) => $.entries.expired) : expiry.text}
      </span>
    </Tooltip>
  );
}
