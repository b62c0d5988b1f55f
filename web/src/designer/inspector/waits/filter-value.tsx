import { TagsInput } from '@mantine/core';
import type { Json } from '@penstock/server/language';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import { ValueControl } from '../../../ui/schema-form/value-control.tsx';
import { type EventFilter, emptyScalar, type Scalar, scalarOf, valueFormOf } from './filters.ts';

/** What the payload's field is compared with: one value of its kind, or several. */
export function FilterValue({
  filter,
  field,
  position,
  onChange,
  isDisabled,
}: {
  filter: EventFilter;
  field: Field | undefined;
  position: number;
  onChange: (filter: EventFilter) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('inspector');
  const id = useId();
  const label = t(($) => $.eventWait.filterValue, { position });
  const kind = field?.kind ?? 'text';
  if (valueFormOf(filter.op) === 'many') {
    const values: readonly Scalar[] = Array.isArray(filter.value) ? filter.value : [];
    return (
      <TagsInput
        aria-label={label}
        description={t(($) => $.eventWait.valuesHelp)}
        inputWrapperOrder={['input', 'description']}
        data={field?.choices.map(String) ?? []}
        value={values.map(String)}
        onChange={(texts) => onChange({ ...filter, value: texts.map((text) => scalarOf(text, kind)) })}
        disabled={isDisabled}
        comboboxProps={{ shadow: 'md' }}
      />
    );
  }
  const shown: Field = { ...(field ?? textField), isRequired: true, isNullable: false, defaultValue: undefined };
  return (
    <ValueControl
      field={shown}
      id={id}
      label={label}
      isLabelHidden
      value={filter.value as Json | undefined}
      onChange={(next) => onChange({ ...filter, value: (next ?? emptyScalar(kind)) as Scalar })}
      isDisabled={isDisabled}
    />
  );
}

const textField: Field = {
  name: '',
  path: [],
  kind: 'text',
  schema: { type: 'string' },
  isRequired: true,
  isNullable: false,
  defaultValue: undefined,
  title: null,
  description: null,
  choices: [],
  limits: { isWhole: false, min: null, max: null, minLength: null, maxLength: null },
  fields: [],
  item: null,
};
