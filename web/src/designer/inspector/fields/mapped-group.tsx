import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExpressionInput, ReferenceInput } from './expression-input.tsx';
import { useFieldWords } from './field-words.ts';
import classes from './fields.module.css';
import { type MappedGroupProps, memberPointer } from './mapped-props.ts';
import { ModeControl } from './mode-control.tsx';
import { useFieldIssue } from './use-field-issue.ts';
import { useMappedValue } from './use-mapped-value.ts';
import { useIsReadOnly } from './use-step-value.ts';

/** Inputs that belong together; they can also be given as a whole. */
export function MappedGroup(props: MappedGroupProps) {
  const { field, pointer } = props;
  const words = useFieldWords();
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const mapped = useMappedValue(props);
  const issue = useFieldIssue(pointer);
  const [isOpen, setOpen] = useState(field.isRequired || mapped.value !== undefined);
  const inside = useId();
  const label = props.label ?? words.label(field);
  const whole = {
    label,
    value: mapped.expression,
    onChange: mapped.setExpression,
    expects: field.schema,
    isReadOnly,
  };
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <fieldset className={classes.group} data-pointer={pointer} data-wide aria-label={label}>
      <div className={classes.fieldHead}>
        <UnstyledButton
          className={classes.fold ?? ''}
          aria-expanded={isOpen}
          aria-controls={inside}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={14} stroke={1.8} aria-hidden />
          {label}
        </UnstyledButton>
        {field.isRequired && props.label === undefined && (
          <span className={classes.required}>{t(($) => $.field.required)}</span>
        )}
        <div className={classes.fieldTools}>
          <ModeControl
            label={label}
            mode={mapped.mode}
            onChange={(mode) => {
              setOpen(true);
              mapped.switchTo(mode);
            }}
            isDisabled={isReadOnly}
          />
        </div>
      </div>
      <div id={inside} hidden={!isOpen}>
        {mapped.mode === 'reference' && <ReferenceInput {...whole} />}
        {mapped.mode === 'expression' && <ExpressionInput {...whole} isMultiline />}
        {mapped.mode === 'fixed' && isOpen && (
          <div className={classes.inside}>
            <div className={classes.fields}>
              {field.fields.map((member) =>
                props.renderMember({ field: member, pointer: memberPointer(pointer, member.name) }),
              )}
            </div>
          </div>
        )}
      </div>
      {issue !== undefined && <p className={classes.problem}>{issue.text}</p>}
    </fieldset>
  );
}
