import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';

export function CopyPath({ path }: { path: string }) {
  const { t } = useTranslation('expressions');
  const announce = useAnnounce();
  return (
    <CopyButton value={path}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t(($) => $.scope.copied) : t(($) => $.scope.copy, { path })}>
          <ActionIcon
            size="xs"
            aria-label={t(($) => $.scope.copy, { path })}
            onClick={() => {
              copy();
              announce(t(($) => $.scope.copied));
            }}
          >
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
