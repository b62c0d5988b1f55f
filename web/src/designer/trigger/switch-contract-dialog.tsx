import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import dialog from '../../ui/dialog.module.css';

/** Another event is chosen while steps read the input of before: which of the two holds? Closing it changes nothing. */
export function SwitchContractDialog({
  eventName,
  before,
  onTake,
  onKeep,
  onClose,
}: {
  eventName: string | null;
  before: string;
  onTake: () => void;
  onKeep: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('expressions');
  const labels = useEntryLabels();
  const event = eventName === null ? '' : labels.event(eventName);
  return (
    <Modal
      opened={eventName !== null}
      onClose={onClose}
      title={t(($) => $.trigger.switch.title, { event })}
      closeButtonProps={{ 'aria-label': t(($) => $.trigger.close) }}
    >
      <p className={dialog.effect}>{t(($) => $.trigger.switch.text, { before })}</p>
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onKeep}>
          {t(($) => $.trigger.switch.keep)}
        </Button>
        <Button onClick={onTake}>{t(($) => $.trigger.switch.take)}</Button>
      </div>
    </Modal>
  );
}
