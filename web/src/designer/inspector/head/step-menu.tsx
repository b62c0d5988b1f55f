import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconCopyPlus, IconDotsVertical, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../../i18n/entry-labels.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { duplicateSteps } from '../../model/commands/duplicate-steps.ts';
import { removeSteps } from '../../model/commands/remove-steps.ts';
import { selectSteps } from '../../model/selection.ts';
import { useEditor } from '../../store/editor-context.ts';
import { changeAction } from '../action/change-action.ts';
import { useStepAction } from '../action/use-step-action.ts';
import { useIsReadOnly } from '../fields/use-step-value.ts';
import { useStepKey } from '../step-context.ts';

/** Another action of the same group, a copy, the end. */
export function StepMenu() {
  const { t } = useTranslation('inspector');
  const key = useStepKey();
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) return <span />;
  const duplicate = () => {
    const { change, keys } = duplicateSteps(editor.store.getState().document, [key]);
    editor.run(change, { select: selectSteps(...keys) });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t(($) => $.head.menu)}>
          <IconDotsVertical size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <OtherActions />
        <Menu.Item leftSection={<IconCopyPlus size={15} stroke={1.7} aria-hidden />} onClick={duplicate}>
          {t(($) => $.several.duplicate)}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={15} stroke={1.7} aria-hidden />}
          data-danger
          onClick={() => editor.run(removeSteps([key]))}
        >
          {t(($) => $.several.delete)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function OtherActions() {
  const { t } = useTranslation('inspector');
  const labels = useEntryLabels();
  const announce = useAnnounce();
  const key = useStepKey();
  const editor = useEditor();
  const { actionId, siblings } = useStepAction();
  if (siblings.length < 2) return null;
  return (
    <>
      <Menu.Label>{t(($) => $.action.change)}</Menu.Label>
      {siblings.map((action) => (
        <Menu.Item
          key={action.id}
          leftSection={
            action.id === actionId ? <IconCheck size={15} stroke={1.9} aria-hidden /> : <span style={{ width: 15 }} />
          }
          {...(action.id === actionId ? { 'aria-current': true } : {})}
          onClick={() => {
            const { change, dropped } = changeAction(editor.store.getState().document, key, action);
            editor.run(change);
            if (dropped > 0) announce(t(($) => $.action.dropped, { count: dropped }));
          }}
        >
          {labels.action(action.id)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
