import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

/** The product and, behind a button, where one can go. */
export function NarrowBar({ inline }: { inline: boolean }) {
  const { t } = useTranslation('common');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <header className={classes.narrowBar} data-inline={inline || undefined}>
      <ActionIcon onClick={open} aria-label={t(($) => $.navigation.open)} aria-expanded={opened}>
        <IconMenu2 size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
      <Brand />
      <Drawer
        opened={opened}
        onClose={close}
        size={240}
        padding={0}
        withCloseButton={false}
        title={t(($) => $.navigation.label)}
        classNames={{ header: classes.drawerHeader, body: classes.drawerBody }}
      >
        <Navigation rail={false} onNavigate={close} />
      </Drawer>
    </header>
  );
}
