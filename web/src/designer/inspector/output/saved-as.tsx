import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStepValue } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { CopyPathButton } from './copy-path.tsx';
import { fullPath } from './save-name.ts';

/** The foot of the inspector: where later steps find the output. */
export function SavedAs({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('inspector');
  const { value } = useStepValue('/config/saveAs');
  return (
    <footer className={classes.foot}>
      {typeof value === 'string' ? (
        <>
          <span>{t(($) => $.foot.savedAs)}</span>
          <code>{value}</code>
          <CopyPathButton path={fullPath(value)} />
        </>
      ) : (
        <Button size="xs" variant="subtle" className={classes.footLink ?? ''} onClick={onOpen}>
          {t(($) => $.foot.notSaved)}
        </Button>
      )}
    </footer>
  );
}
