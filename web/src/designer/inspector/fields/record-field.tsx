import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import { FieldFrame } from './field-frame.tsx';
import { type FieldWords, useFieldWords } from './field-words.ts';
import classes from './fields.module.css';
import { MappedGroup } from './mapped-group.tsx';
import { MappedControl } from './mapped-leaf.tsx';
import { type MappedFieldProps, type MappedGroupProps, memberPointer } from './mapped-props.ts';
import { ModeControl } from './mode-control.tsx';
import { expressionOf } from './modes.ts';
import { useFieldIssue } from './use-field-issue.ts';
import { useMappedValue } from './use-mapped-value.ts';
import { useIsReadOnly, useStepValue } from './use-step-value.ts';

/** A record is named by its type and its id: two fields in one row. */
export function isRecordField(field: Field, words: FieldWords): boolean {
  const [type, id, ...others] = field.fields;
  return type?.name === 'type' && id?.name === 'id' && others.length === 0 && words.editor(type)?.kind === 'softEnum';
}

export function RecordField(props: MappedGroupProps) {
  const { value } = useStepValue(props.pointer);
  // Given as a whole, it is a group like any other.
  if (expressionOf(value) !== null) return <MappedGroup {...props} />;
  return <RecordRow {...props} />;
}

function RecordRow({ field, pointer, label: given }: MappedFieldProps) {
  const words = useFieldWords();
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const [typeField, idField] = field.fields as [Field, Field];
  const at = { type: memberPointer(pointer, 'type'), id: memberPointer(pointer, 'id') };
  const type = useMappedValue({ field: typeField, pointer: at.type });
  const id = useMappedValue({ field: idField, pointer: at.id });
  const whole = useStepValue(pointer);
  const ids = { type: useId(), id: useId() };
  const typeIssue = useFieldIssue(at.type);
  const idIssue = useFieldIssue(at.id);
  const label = given ?? words.label(field);
  const recordLabel = t(($) => $.softEnum.record, { name: label });
  const idLabel = t(($) => $.softEnum.recordId, { name: label });
  // An optional record that is empty again is left out as a whole.
  const clearWhole = (other: unknown, next: unknown) => !field.isRequired && other === undefined && next === undefined;
  return (
    <FieldFrame
      pointer={pointer}
      label={label}
      isRequired={field.isRequired}
      {...(idIssue === undefined && typeIssue === undefined ? {} : { problem: idIssue?.text ?? typeIssue?.text })}
      wide
      tools={<ModeControl label={idLabel} mode={id.mode} onChange={id.switchTo} isDisabled={isReadOnly} />}
    >
      <div className={classes.two}>
        <div data-pointer={at.type}>
          <MappedControl
            field={typeField}
            pointer={at.type}
            id={ids.type}
            label={recordLabel}
            mapped={{ ...type, set: (next) => (clearWhole(id.value, next) ? whole.set(undefined) : type.set(next)) }}
          />
        </div>
        <div data-pointer={at.id}>
          <MappedControl
            field={idField}
            pointer={at.id}
            id={ids.id}
            label={idLabel}
            mapped={{
              ...id,
              set: (next) => (clearWhole(type.value, next) ? whole.set(undefined) : id.set(next)),
              setExpression: (text) =>
                clearWhole(type.value, text.trim() === '' ? undefined : text)
                  ? whole.set(undefined)
                  : id.setExpression(text),
            }}
          />
        </div>
      </div>
    </FieldFrame>
  );
}
