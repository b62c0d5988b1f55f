import { ActionIcon, Button } from '@mantine/core';
import { IconPackageExport, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useExportBundle } from './use-export-bundle.ts';
import { usePause } from './use-pause.ts';
import type { WorkflowItem } from './workflow-types.ts';
import classes from './workflows.module.css';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

/** Floats over the list while something is selected. */
export function SelectionBar({ workflows, onClear }: { workflows: readonly WorkflowItem[]; onClear: () => void }) {
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const exporting = useExportBundle();
  const pause = usePause();
  if (workflows.length === 0) return null;
  const allPaused = workflows.every((workflow) => workflow.isPaused);
  return (
    <div className={classes.selectionBar} role="toolbar" aria-label={t(($) => $.selectionBar)}>
      <strong>{t(($) => $.selected, { count: workflows.length })}</strong>
      <Button
        variant="subtle"
        leftSection={allPaused ? <IconPlayerPlay {...icon} /> : <IconPlayerPause {...icon} />}
        onClick={() => {
          for (const workflow of workflows) pause.mutate({ workflow, isPaused: !allPaused });
        }}
      >
        {allPaused ? t(($) => $.menu.resume) : t(($) => $.menu.pause)}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconPackageExport {...icon} />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate(workflows.map((workflow) => workflow.key))}
      >
        {t(($) => $.menu.export)}
      </Button>
      <ActionIcon onClick={onClear} aria-label={tCommon(($) => $.clearSelection)}>
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  );
}
