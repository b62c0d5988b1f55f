import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import type { RecordRef } from '../data-types.ts';
import forms from '../forms/forms.module.css';
import { RecordField } from '../forms/record-field.tsx';
import { useDataSearch } from '../use-data-search.ts';

/** Chooses the record that links are shown around. */
export function RecordPicker({
  collection,
  center,
  onClose,
}: {
  collection: string;
  center: RecordRef;
  onClose: () => void;
}) {
  useFocusReturn();
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const { go } = useDataSearch();
  const [record, setRecord] = useState<RecordRef>({ type: center.type, id: '' });
  const [tried, setTried] = useState(false);
  const [type, id] = [record.type.trim(), record.id.trim()];
  const choose = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (type === '' || id === '') return;
    onClose();
    go({ recordType: type, recordId: id });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t(($) => $.picker.title)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form className={forms.form} noValidate onSubmit={choose}>
        <RecordField
          value={record}
          onChange={setRecord}
          collection={collection}
          problems={{
            type: tried && type === '' ? t(($) => $.linkForm.typeNeeded) : null,
            id: tried && id === '' ? t(($) => $.linkForm.recordNeeded) : null,
          }}
        />
        <div className={forms.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button type="submit">{t(($) => $.picker.verb)}</Button>
        </div>
      </form>
    </Modal>
  );
}
