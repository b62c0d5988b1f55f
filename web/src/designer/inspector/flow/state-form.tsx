import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../fields/field-frame.tsx';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';

const POINTER = '/config/state';

export function StateForm() {
  const { t } = useTranslation('inspector');
  const id = useId();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const state = typeof value === 'string' ? value : '';
  return (
    <FieldFrame
      pointer={POINTER}
      label={t(($) => $.state.state)}
      htmlFor={id}
      isRequired
      help={t(($) => $.state.help)}
      {...(state.trim() === '' ? { problem: t(($) => $.state.needed) } : {})}
      wide
    >
      <TextInput
        id={id}
        value={state}
        readOnly={isReadOnly}
        maxLength={256}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
