import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import forms from '../forms/forms.module.css';
import { useDataSearch } from '../use-data-search.ts';
import type { NewLink } from './use-link-form.ts';

/** The same typed edge is never there twice: what it says now is not written over silently. */
export function LinkExists({
  linkId,
  input,
  busy,
  onReplace,
  onClose,
}: {
  linkId: string;
  input: NewLink;
  busy: boolean;
  onReplace: (input: NewLink) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { open } = useDataSearch();
  const show = () => {
    onClose();
    open({ collection: input.namespace, tab: 'links', link: linkId });
  };
  return (
    <div className={forms.banner} role="alert">
      <p className={forms.bannerTitle}>{t(($) => $.linkForm.exists.title)}</p>
      <p className={forms.effect}>{t(($) => $.linkForm.exists.text)}</p>
      <div className={forms.bannerButtons}>
        <Button variant="default" size="xs" onClick={show}>
          {t(($) => $.linkForm.exists.open)}
        </Button>
        <Button variant="default" size="xs" loading={busy} onClick={() => onReplace(input)}>
          {t(($) => $.linkForm.exists.replace)}
        </Button>
      </div>
    </div>
  );
}
