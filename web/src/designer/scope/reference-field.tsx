import { ActionIcon, Combobox, Input, Tooltip, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ReferenceChip } from './reference-chip.tsx';
import classes from './reference-field.module.css';
import { ReferenceHint } from './reference-hint.tsx';
import { ReferencePicker } from './reference-picker.tsx';
import type { Schema } from './schema-reading.ts';
import type { Scope } from './scope.ts';
import { useReferencePicker } from './use-reference-picker.ts';

export interface ReferenceFieldProps {
  /** The expression that is a path; '' = nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** The label stands elsewhere already; it still names the field. */
  hideLabel?: boolean;
  scope: Scope;
  /** Schema of what the field takes; absent = anything. */
  expects?: Schema | null | undefined;
  description?: ReactNode;
  error?: ReactNode;
  isReadOnly?: boolean;
}

/** A value that another part of the workflow gives, shown in words and chosen source by source. Delete clears it. */
export function ReferenceField(props: ReferenceFieldProps) {
  const {
    value,
    onChange,
    label,
    hideLabel = false,
    scope,
    expects = null,
    description,
    error,
    isReadOnly = false,
  } = props;
  const { t } = useTranslation('expressions');
  const id = useId();
  const isEmpty = value === '';
  const hasError = error !== undefined && error !== null && error !== false;
  const picker = useReferencePicker({ scope, expects, onChoose: (path) => path !== value && onChange(path) });
  const { combobox } = picker;
  return (
    <Input.Wrapper
      {...(hideLabel ? {} : { label, labelElement: 'div' as const, labelProps: { id: `${id}label` } })}
      description={description}
      error={error}
      errorProps={{ id: `${id}error` }}
    >
      <Combobox store={combobox} onOptionSubmit={picker.submit} position="bottom-start" width="target" shadow="md">
        <div className={classes.frame} data-error={hasError || undefined} data-read-only={isReadOnly || undefined}>
          <Combobox.Target targetType="button" withExpandedAttribute>
            <UnstyledButton
              className={classes.value ?? ''}
              aria-label={
                isEmpty ? t(($) => $.reference.chooseFor, { label }) : t(($) => $.reference.change, { label })
              }
              aria-describedby={hasError ? `${id}value ${id}error` : `${id}value`}
              disabled={isReadOnly}
              onClick={() => combobox.toggleDropdown()}
              onKeyDown={(event) => {
                if ((event.key !== 'Delete' && event.key !== 'Backspace') || isEmpty) return;
                event.preventDefault();
                onChange('');
              }}
            >
              <span id={`${id}value`} className={classes.shown}>
                {isEmpty ? (
                  <span className={classes.placeholder}>{t(($) => $.reference.choose)}</span>
                ) : (
                  <ReferenceChip value={value} scope={scope} />
                )}
              </span>
            </UnstyledButton>
          </Combobox.Target>
          {!isEmpty && !isReadOnly && (
            <Tooltip label={t(($) => $.reference.clear, { label })}>
              <ActionIcon size="xs" aria-label={t(($) => $.reference.clear, { label })} onClick={() => onChange('')}>
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        <Combobox.Dropdown className={classes.dropdown ?? ''} miw={280}>
          {combobox.dropdownOpened && <ReferencePicker picker={picker} value={value} />}
        </Combobox.Dropdown>
      </Combobox>
      {!hasError && <ReferenceHint value={value} scope={scope} expects={expects} icon={IconAlertTriangle} />}
    </Input.Wrapper>
  );
}
