import { Button } from '@mantine/core';
import type { Json } from '@penstock/server/language';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import { useValueText } from '../../../ui/schema-form/use-value-text.ts';
import { ValueControl } from '../../../ui/schema-form/value-control.tsx';
import { useFieldWords } from './field-words.ts';
import classes from './fields.module.css';
import { JsonInput } from './json-input.tsx';
import { RecordInput } from './record-input.tsx';
import { SoftEnumInput } from './soft-enum-input.tsx';
import { useIsReadOnly } from './use-step-value.ts';

interface Props {
  field: Field;
  pointer: string;
  id: string;
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
}

/** The control for a value that is the same in every run. */
export function FixedInput(props: Props) {
  const { field, value, onChange } = props;
  const { t } = useTranslation('forms');
  const isReadOnly = useIsReadOnly();
  if (value === null && field.isNullable) {
    return (
      <div className={classes.noneBox}>
        <span>{t(($) => $.none)}</span>
        {!isReadOnly && (
          <Button size="xs" variant="subtle" onClick={() => onChange(undefined)}>
            {t(($) => $.useValue)}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <Control {...props} />
      {field.isNullable && value === undefined && !isReadOnly && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className={classes.quiet ?? ''}
            onClick={() => onChange(null)}
          >
            {t(($) => $.setNone)}
          </Button>
        </div>
      )}
    </>
  );
}

function Control(props: Props) {
  const { field, pointer, id, label, value, onChange } = props;
  const words = useFieldWords();
  const text = useValueText();
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const editor = words.editor(field);
  const shared = { id, label, value, onChange };
  const isPlain = value === undefined || value === null || typeof value === 'string';
  if (editor?.kind === 'softEnum' && isPlain) {
    return <SoftEnumInput {...shared} suggestions={editor.suggestions} isRequired={field.isRequired} />;
  }
  if (editor?.kind === 'record' && isPlain) {
    return <RecordInput {...shared} pointer={pointer} recordType={editor.recordType} isRequired={field.isRequired} />;
  }
  if (field.kind === 'json' || editor?.kind === 'json' || (typeof value === 'object' && value !== null)) {
    return <JsonInput pointer={pointer} label={label} value={value} onChange={onChange} isReadOnly={isReadOnly} />;
  }
  return (
    <ValueControl
      {...shared}
      field={field}
      isLabelHidden
      isDisabled={isReadOnly}
      placeholder={
        words.isPatch(field)
          ? t(($) => $.field.leaveAsIs)
          : text.ofEmpty(field, (choice) => words.choice(field, choice))
      }
      wordOf={(choice) => words.choice(field, choice)}
      look={editor?.kind === 'segmented' || editor?.kind === 'multiline' ? editor.kind : undefined}
    />
  );
}
