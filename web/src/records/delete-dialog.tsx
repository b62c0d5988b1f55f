import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import classes from './records.module.css';

/** Asks before a record goes: what goes, and what stays. */
export function DeleteDialog({
  title,
  effect,
  verb,
  deleting,
  onClose,
}: {
  title: string;
  effect: string;
  verb: string;
  deleting: { mutate: () => void; isPending: boolean; error: unknown };
  onClose: () => void;
}) {
  useFocusReturn();
  const { t } = useTranslation('common');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t(($) => $.close) }}>
      <p className={classes.effect}>{effect}</p>
      {deleting.error !== null && <ServerError error={deleting.error} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t(($) => $.back)}
        </Button>
        <Button data-danger loading={deleting.isPending} onClick={() => deleting.mutate()}>
          {verb}
        </Button>
      </div>
    </Modal>
  );
}
