import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import dialog from '../../ui/dialog.module.css';
import { useEditor } from '../store/editor-context.ts';
import { useDraftSaver } from './use-draft.ts';

/** Leaving saves first. Only what cannot be saved asks. */
export function LeaveGuard() {
  const { t } = useTranslation('designer');
  const errors = useErrorText();
  const saver = useDraftSaver();
  const editor = useEditor();
  const isUnsaved = () => editor.store.getState().document !== editor.store.getState().saved;
  const blocker = useBlocker({
    withResolver: true,
    enableBeforeUnload: isUnsaved,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isUnsaved()) return false;
      await saver.flush();
      return isUnsaved();
    },
  });
  if (blocker.status !== 'blocked') return null;
  const state = saver.store.getState();
  return (
    <Modal opened onClose={blocker.reset} title={t(($) => $.leave.title)} withCloseButton={false}>
      <p className={dialog.effect}>
        {state.kind === 'failed' ? errors.of(state.error) : t(($) => $.leave.conflict)} {t(($) => $.leave.effect)}
      </p>
      <div className={dialog.buttons}>
        <Button variant="default" onClick={blocker.reset} data-autofocus>
          {t(($) => $.leave.stay)}
        </Button>
        <Button data-danger onClick={blocker.proceed}>
          {t(($) => $.leave.go)}
        </Button>
      </div>
    </Modal>
  );
}
