import { ActionIcon, Menu } from '@mantine/core';
import {
  IconActivity,
  IconCopy,
  IconDots,
  IconPackageExport,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.ts';
import { useDuplicate } from './use-duplicate.ts';
import { useExportBundle } from './use-export-bundle.ts';
import { usePause } from './use-pause.ts';
import { WorkflowDialogs } from './workflow-dialogs.tsx';
import type { WorkflowDialog, WorkflowItem } from './workflow-types.ts';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

/** What can be done with one workflow; what the role may never do is left out. */
export function RowMenu({ workflow }: { workflow: WorkflowItem }) {
  const { t } = useTranslation('workflows');
  const [dialog, setDialog] = useState<WorkflowDialog | null>(null);
  const mayManage = useMay('workflow:manage');
  const mayPublish = useMay('workflow:publish');
  const mayMove = useMay('workflow:admin');
  const pause = usePause();
  const exporting = useExportBundle();
  const duplicating = useDuplicate();
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={t(($) => $.menu.label, { name: workflow.name })}>
            <IconDots size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayManage && (
            <Menu.Item
              leftSection={<IconPlayerPlay {...icon} />}
              onClick={() => setDialog('run')}
              disabled={workflow.publishedVersion === null || workflow.isPaused}
            >
              {t(($) => $.menu.run)}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconActivity {...icon} />}
            component={Link}
            to="/runs"
            // biome-ignore lint/suspicious/noExplicitAny: the menu item does not carry the link's own types through
            {...({ search: { workflow: workflow.key } } as any)}
          >
            {t(($) => $.menu.runs)}
          </Menu.Item>
          {mayManage && (
            <Menu.Item
              leftSection={workflow.isPaused ? <IconPlayerPlay {...icon} /> : <IconPlayerPause {...icon} />}
              onClick={() => pause.mutate({ workflow, isPaused: !workflow.isPaused })}
            >
              {workflow.isPaused ? t(($) => $.menu.resume) : t(($) => $.menu.pause)}
            </Menu.Item>
          )}
          {mayPublish && (
            <Menu.Item
              leftSection={<IconUpload {...icon} />}
              onClick={() => setDialog('publish')}
              disabled={!workflow.hasUnpublishedChanges}
            >
              {t(($) => $.menu.publish)}
            </Menu.Item>
          )}
          {mayManage && (
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicating.mutate(workflow)}>
              {t(($) => $.menu.duplicate)}
            </Menu.Item>
          )}
          {mayMove && (
            <Menu.Item leftSection={<IconPackageExport {...icon} />} onClick={() => exporting.mutate([workflow.key])}>
              {t(($) => $.menu.export)}
            </Menu.Item>
          )}
          {mayManage && (
            <>
              <Menu.Divider />
              <Menu.Item
                c="var(--ps-rust-text)"
                leftSection={<IconTrash {...icon} />}
                onClick={() => setDialog('delete')}
              >
                {t(($) => $.menu.delete)}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <WorkflowDialogs workflow={workflow} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
