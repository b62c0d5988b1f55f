import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JsonView } from '../../ui/json-view.tsx';
import type { Entry } from '../data-types.ts';
import forms from '../forms/forms.module.css';

/** Both values side by side, and a choice: nothing is written over silently. */
export function ConflictChoice({
  theirs,
  yours,
  busy,
  onTakeTheirs,
  onTakeYours,
}: {
  /** Null = the entry is gone. */
  theirs: Entry | null;
  yours: unknown;
  busy: boolean;
  onTakeTheirs: () => void;
  onTakeYours: () => void;
}) {
  const { t } = useTranslation('data');
  return (
    <>
      <div className={forms.banner} role="alert">
        <p className={forms.bannerTitle}>{t(($) => $.form.conflict.title)}</p>
        <p className={forms.effect}>{t(($) => $.form.conflict.text)}</p>
      </div>
      <div className={forms.sides}>
        <section>
          <h3 className={forms.sideTitle}>
            {theirs === null
              ? t(($) => $.form.conflict.theirsGone)
              : t(($) => $.form.conflict.theirs, { revision: theirs.revision })}
          </h3>
          {theirs !== null && (
            <JsonView value={theirs.value} label={t(($) => $.form.conflict.theirs, { revision: theirs.revision })} />
          )}
        </section>
        <section>
          <h3 className={forms.sideTitle}>{t(($) => $.form.conflict.yours)}</h3>
          <JsonView value={yours} label={t(($) => $.form.conflict.yours)} />
        </section>
      </div>
      <div className={forms.buttons}>
        <Button variant="default" onClick={onTakeTheirs}>
          {t(($) => $.form.conflict.takeTheirs)}
        </Button>
        <Button onClick={onTakeYours} loading={busy}>
          {theirs === null
            ? t(($) => $.form.conflict.createYours)
            : t(($) => $.form.conflict.takeYours, { revision: theirs.revision })}
        </Button>
      </div>
    </>
  );
}
