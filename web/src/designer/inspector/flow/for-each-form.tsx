import { Input, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExpressionSlot } from '../fields/expression-slot.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import fieldClasses from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';

const LIST = { type: 'array' };

export function ForEachForm() {
  const { t } = useTranslation('inspector');
  return (
    <>
      <ExpressionSlot
        pointer="/items"
        label={t(($) => $.forEach.items)}
        help={t(($) => $.forEach.itemsHelp)}
        expects={LIST}
        usual="reference"
        isRequired
      />
      <ItemVar />
      <Concurrency />
      <OnItemError />
    </>
  );
}

/** The stored form refuses an empty name: what is wrong stays in the field until it is right. */
function ItemVar() {
  const { t } = useTranslation('inspector');
  const id = useId();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/itemVar');
  const name = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name;
  const problem =
    shown.trim() === ''
      ? t(($) => $.forEach.itemVarEmpty)
      : isItemName(shown)
        ? undefined
        : t(($) => $.forEach.itemVarWrong);
  return (
    <FieldFrame
      pointer="/itemVar"
      label={t(($) => $.forEach.itemVar)}
      htmlFor={id}
      isRequired
      help={t(($) => $.forEach.itemVarHelp, { name })}
      {...(problem === undefined ? {} : { problem })}
    >
      <TextInput
        id={id}
        className={fieldClasses.code ?? ''}
        value={shown}
        readOnly={isReadOnly}
        maxLength={128}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (isItemName(text)) set(text);
        }}
        onBlur={() => {
          if (problem === undefined) setTyped(null);
        }}
      />
    </FieldFrame>
  );
}

function isItemName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text) && !['payload', 'vars', 'meta', 'error', 'constructor'].includes(text);
}

function Concurrency() {
  const { t } = useTranslation('inspector');
  const id = useId();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/concurrency');
  const [isWrong, setWrong] = useState(false);
  return (
    <FieldFrame
      pointer="/concurrency"
      label={t(($) => $.forEach.concurrency)}
      htmlFor={id}
      help={t(($) => $.forEach.concurrencyHelp)}
      {...(isWrong ? { problem: t(($) => $.forEach.concurrencyWrong) } : {})}
    >
      <NumberInput
        id={id}
        value={typeof value === 'number' ? value : 1}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        min={1}
        disabled={isReadOnly}
        onChange={(next) => {
          const isRight = typeof next === 'number' && next >= 1;
          setWrong(!isRight);
          if (isRight) set(next);
        }}
      />
    </FieldFrame>
  );
}

function OnItemError() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/onItemError');
  return (
    <div data-pointer="/onItemError" data-wide>
      <Input.Wrapper label={t(($) => $.forEach.onItemError)} labelElement="div">
        <SegmentedControl
          aria-label={t(($) => $.forEach.onItemError)}
          fullWidth
          size="xs"
          classNames={{ label: fieldClasses.segment ?? '' }}
          value={value === 'continue' ? 'continue' : 'fail'}
          onChange={(next) => set(next, 'alone')}
          disabled={isReadOnly}
          data={[
            { value: 'continue', label: t(($) => $.forEach.continue) },
            { value: 'fail', label: t(($) => $.forEach.fail) },
          ]}
        />
      </Input.Wrapper>
    </div>
  );
}
