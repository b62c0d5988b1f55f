import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Outputs } from '../../api/trpc.ts';
import { Moment } from '../../ui/moment.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './versions.module.css';

type Version = Outputs['workflows']['versions']['items'][number];

export function VersionRow({ item, selected, onSelect }: { item: Version; selected: boolean; onSelect: () => void }) {
  const { t } = useTranslation('designer');
  const { t: tCommon } = useTranslation('common');
  return (
    <UnstyledButton className={classes.row} aria-current={selected ? 'true' : undefined} onClick={onSelect}>
      <span className={classes.rowHead}>
        <strong>{t(($) => $.versions.version, { version: item.version })}</strong>
        {item.isLive && <StatusBadge status="active" />}
      </span>
      <span className={classes.rowFacts}>
        <span>{item.publishedByName ?? tCommon(($) => $.none)}</span>
        <Moment iso={item.publishedAt} />
        <span>{t(($) => $.versions.runs, { count: item.runs })}</span>
      </span>
    </UnstyledButton>
  );
}
