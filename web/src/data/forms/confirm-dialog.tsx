import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import classes from './forms.module.css';
import { ReasonField, reasonOf } from './reason-field.tsx';

/** Asks before a change by hand, with room for the reason. */
export function ConfirmDialog({
  title,
  effect,
  verb,
  danger = false,
  isOff = false,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  effect: ReactNode;
  verb: string;
  danger?: boolean;
  /** It cannot be done any more. */
  isOff?: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: (reason: string | undefined) => void;
  onClose: () => void;
}) {
  useFocusReturn();
  const { t } = useTranslation('common');
  const [reason, setReason] = useState('');
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(reasonOf(reason));
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t(($) => $.close) }}>
      <form className={classes.form} onSubmit={confirm} noValidate>
        <p className={classes.effect}>{effect}</p>
        <ReasonField value={reason} onChange={setReason} autofocus />
        {error !== null && <ServerError error={error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t(($) => $.back)}
          </Button>
          <Button type="submit" data-danger={danger || undefined} loading={busy} disabled={isOff}>
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
