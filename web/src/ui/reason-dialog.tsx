import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

export const MIN_REASON_LENGTH = 3;

export interface ReasonDialogProps {
  opened: boolean;
  /** A question. */
  title: string;
  /** What will happen, and what will not. */
  effect: ReactNode;
  /** The verb of what is done. */
  verb: string;
  busy: boolean;
  error: string | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for a reason before something that cannot be taken back; the reason is kept in the audit log. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useTranslation('common');
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setTooShort(given.length < MIN_REASON_LENGTH);
    if (given.length >= MIN_REASON_LENGTH) props.onConfirm(given);
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t(($) => $.close) }}
    >
      <form onSubmit={confirm} noValidate>
        <Stack gap="md">
          <p className={classes.effect}>{props.effect}</p>
          <TextInput
            label={t(($) => $.reason.label)}
            description={t(($) => $.reason.help)}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tooShort ? t(($) => $.reason.tooShort) : props.error}
            maxLength={500}
            data-autofocus
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={props.onClose}>
              {t(($) => $.back)}
            </Button>
            <Button type="submit" data-danger loading={props.busy}>
              {props.verb}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
