import { emptyValueOf } from '../../../ui/schema-form/empty-value.ts';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import { ListFields } from '../../../ui/schema-form/list-fields.tsx';
import { ExpressionInput, ReferenceInput } from './expression-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { useFieldWords } from './field-words.ts';
import { JsonInput } from './json-input.tsx';
import type { MappedGroupProps } from './mapped-props.ts';
import { ModeControl } from './mode-control.tsx';
import { asExpression, defaultModeOf } from './modes.ts';
import { useMappedValue } from './use-mapped-value.ts';
import { useIsReadOnly } from './use-step-value.ts';

/** A list: given as a whole, or entry by entry, each with its own way. */
export function MappedList(props: MappedGroupProps & { item: Field }) {
  const { field, pointer, item } = props;
  const words = useFieldWords();
  const isReadOnly = useIsReadOnly();
  const mapped = useMappedValue(props);
  const label = props.label ?? words.label(field);
  const whole = { label, value: mapped.expression, onChange: mapped.setExpression, expects: field.schema, isReadOnly };
  const isRows = mapped.value === undefined || Array.isArray(mapped.value);
  return (
    <FieldFrame
      pointer={pointer}
      label={label}
      isRequired={field.isRequired && props.label === undefined}
      help={field.description}
      wide
      tools={<ModeControl label={label} mode={mapped.mode} onChange={mapped.switchTo} isDisabled={isReadOnly} />}
    >
      {mapped.mode === 'reference' && <ReferenceInput {...whole} />}
      {mapped.mode === 'expression' && <ExpressionInput {...whole} isMultiline />}
      {mapped.mode === 'fixed' &&
        (isRows ? (
          <ListFields
            item={item}
            name={label}
            isNameHidden
            value={mapped.value}
            onChange={mapped.set}
            pointer={pointer}
            isDisabled={isReadOnly}
            newEntry={defaultModeOf(item) === 'reference' ? asExpression('') : emptyValueOf(item)}
            renderItem={({ field: entry, pointer: at, label: name }) =>
              props.renderMember({ field: entry, pointer: at, label: name, isEntry: true })
            }
          />
        ) : (
          <JsonInput
            pointer={pointer}
            label={label}
            value={mapped.value}
            onChange={mapped.set}
            isReadOnly={isReadOnly}
          />
        ))}
    </FieldFrame>
  );
}
