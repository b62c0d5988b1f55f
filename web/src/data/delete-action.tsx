import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { ManageButton, useMayManage } from './manage-button.tsx';

/** Asks before it deletes; off with the reason for who may only look. */
export function DeleteAction({ label, onClick }: { label: string; onClick: () => void }) {
  const may = useMayManage();
  return (
    <ManageButton>
      {(state) => (
        <Tooltip label={label} disabled={!may}>
          <ActionIcon {...state} aria-label={label} onClick={onClick}>
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </ManageButton>
  );
}
