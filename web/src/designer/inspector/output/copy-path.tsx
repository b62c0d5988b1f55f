import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../inspector.module.css';

/** "Accessible as vars.x", to be copied. */
export function CopyPath({ path }: { path: string }) {
  const { t } = useTranslation('inspector');
  return (
    <p className={classes.path}>
      <span>{t(($) => $.output.accessible)}</span>
      <code>{path}</code>
      <CopyPathButton path={path} />
    </p>
  );
}

export function CopyPathButton({ path }: { path: string }) {
  const { t } = useTranslation('inspector');
  const { t: tCommon } = useTranslation('common');
  return (
    <CopyButton value={path}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? tCommon(($) => $.copied) : t(($) => $.output.copyPath, { path })}>
          <ActionIcon size="xs" onClick={copy} aria-label={t(($) => $.output.copyPath, { path })}>
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
