import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../ui/schema-form/field-model.ts';
import { useStepValue } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { countInputs } from './count-inputs.ts';
import { useStepAction } from './use-step-action.ts';

export function InputCount() {
  const { t } = useTranslation('inspector');
  const { action } = useStepAction();
  const { value } = useStepValue('/config/inputMapping');
  const fields = useMemo(() => (action === undefined ? [] : fieldsOf(action.inputSchema)), [action]);
  const { filled, total } = countInputs(fields, value);
  if (total === 0) return null;
  return (
    <>
      <span className={classes.count} aria-hidden>{`${filled}/${total}`}</span>
      <VisuallyHidden>{t(($) => $.filled, { filled, total })}</VisuallyHidden>
    </>
  );
}
