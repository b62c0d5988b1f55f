import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './panel.module.css';

export function PanelHead({ title, actions, onClose }: { title: ReactNode; actions?: ReactNode; onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <header className={classes.head}>
      <h2 className={classes.title}>{title}</h2>
      {actions}
      <ActionIcon aria-label={t(($) => $.close)} onClick={onClose}>
        <IconX size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </header>
  );
}
