import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { TaskForm } from './task-form.tsx';

/** Makes a task. */
export function TaskDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t(($) => $.tasks.new)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <TaskForm projectId={projectId} task={null} onClose={onClose} />
    </Modal>
  );
}
