import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { type ControlProps, inputProps } from './control-props.ts';

export function TextControl(props: ControlProps) {
  const { field, value, onChange, look } = props;
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
  const isEmptyKept = field.isRequired && (field.limits.minLength ?? 0) === 0;
  const change = (next: string) => onChange(next === '' && !isEmptyKept ? undefined : next);
  return look === 'multiline' ? (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={2}
      maxRows={12}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...inputProps(props)} value={text} onChange={(event) => change(event.currentTarget.value)} />
  );
}

/** Something that is not yet a number, such as a lone minus, is not told on. */
export function NumberControl(props: ControlProps) {
  const { field, value, onChange } = props;
  return (
    <NumberInput
      {...inputProps(props)}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => {
        if (next === '') onChange(undefined);
        else if (typeof next === 'number') onChange(next);
      }}
      allowDecimal={!field.limits.isWhole}
      allowNegative={field.limits.min === null || field.limits.min < 0}
      allowedDecimalSeparators={['.', ',']}
      clampBehavior="none"
      hideControls
    />
  );
}
