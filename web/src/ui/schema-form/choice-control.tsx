import { Input, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ControlProps, inputProps } from './control-props.ts';
import classes from './schema-form.module.css';

export function ChoiceControl(props: ControlProps) {
  const { field, value, onChange, wordOf = (choice) => choice, look } = props;
  const options = field.choices.map((choice) => ({ value: String(choice), label: wordOf(String(choice)) }));
  const chosen = value ?? (look === 'segmented' ? field.defaultValue : undefined);
  const change = (text: string | null) => onChange(field.choices.find((choice) => String(choice) === text));
  if (look === 'segmented')
    return <Segments {...props} options={options} chosen={String(chosen ?? '')} pick={change} />;
  // What is stored and not offered any more is shown as it is.
  const known = chosen === undefined || options.some((option) => option.value === String(chosen));
  return (
    <Select
      {...inputProps(props)}
      data={known ? options : [...options, { value: String(chosen), label: String(chosen) }]}
      value={chosen === undefined || chosen === null ? null : String(chosen)}
      onChange={change}
      clearable={!field.isRequired}
      allowDeselect={false}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

/** Yes or no; a third state, not set, where the value may be left out. */
export function BooleanControl(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation('forms');
  const options = [
    { value: 'true', label: t(($) => $.yes) },
    { value: 'false', label: t(($) => $.no) },
  ];
  const chosen = value ?? field.defaultValue;
  if (field.isRequired || field.defaultValue !== undefined) {
    return (
      <Segments {...props} options={options} chosen={String(chosen ?? '')} pick={(text) => onChange(text === 'true')} />
    );
  }
  return (
    <Select
      {...inputProps(props)}
      data={options}
      value={typeof value === 'boolean' ? String(value) : null}
      onChange={(text) => onChange(text === null ? undefined : text === 'true')}
      clearable
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

function Segments({
  options,
  chosen,
  pick,
  ...props
}: ControlProps & { options: { value: string; label: string }[]; chosen: string; pick: (text: string) => void }) {
  const { id, label, isLabelHidden, error, help, isDisabled } = props;
  return (
    <Input.Wrapper error={error} description={help} {...(isLabelHidden ? {} : { label, labelElement: 'div' })}>
      <SegmentedControl
        id={id}
        aria-label={label}
        data={options}
        value={chosen}
        onChange={pick}
        disabled={isDisabled ?? false}
        fullWidth
        size="xs"
        classNames={{ label: classes.segment ?? '' }}
      />
    </Input.Wrapper>
  );
}
