import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import { useIsReadOnly } from './use-step-value.ts';

/** An input that takes a secret: the name is shown, the secret never. */
export function SecretBox({ name, onReplace }: { name: string; onReplace: () => void }) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  return (
    <div className={classes.noneBox}>
      <span>{t(($) => $.field.secret, { name })}</span>
      {!isReadOnly && (
        <Button size="xs" variant="subtle" onClick={onReplace}>
          {t(($) => $.field.replaceSecret)}
        </Button>
      )}
    </div>
  );
}
