import { Button, Tooltip } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.ts';
import { StartRunDialog } from '../../start-run/start-run-dialog.tsx';
import classes from './designer-bar.module.css';
import type { DesignedWorkflow } from './designer-types.ts';

/** Starts the live version; problems of the draft are no reason not to. */
export function RunNowButton({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  const mayRun = useMay('workflow:manage');
  const [opened, setOpened] = useState(false);
  if (!mayRun) return null;
  const reason =
    workflow.publishedVersion === null
      ? t(($) => $.run.notPublished)
      : workflow.isPaused
        ? t(($) => $.run.paused)
        : null;
  return (
    <>
      <Tooltip label={reason ?? t(($) => $.run.help, { version: workflow.publishedVersion ?? 0 })}>
        <Button
          variant="default"
          className={classes.run ?? ''}
          {...(reason !== null && { 'data-disabled': true })}
          aria-disabled={reason !== null}
          leftSection={<IconPlayerPlay size={15} stroke={1.7} aria-hidden />}
          onClick={(event) => (reason === null ? setOpened(true) : event.preventDefault())}
        >
          <span className={classes.runWords}>{t(($) => $.run.verb)}</span>
        </Button>
      </Tooltip>
      {opened && <StartRunDialog workflow={workflow} onClose={() => setOpened(false)} />}
    </>
  );
}
