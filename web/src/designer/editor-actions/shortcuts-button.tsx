import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from './is-typing.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** Shows the keys of the designer; `?` does too. */
export function ShortcutsButton() {
  const { t } = useTranslation('palette');
  const [opened, { open, close }] = useDisclosure(false);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) open();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Tooltip label={t(($) => $.keys.open)}>
        <ActionIcon variant="subtle" color="gray" aria-label={t(($) => $.keys.open)} onClick={open}>
          <IconKeyboard size={17} stroke={1.65} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ShortcutsDialog opened={opened} onClose={close} />
    </>
  );
}
