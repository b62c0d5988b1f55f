import type { Json } from '@penstock/server/language';
import type { ReactNode } from 'react';
import type { Field } from './field-model.ts';

/** What every control of a fixed value takes. */
export interface ControlProps {
  readonly field: Field;
  readonly id: string;
  readonly label: string;
  /** The name stands beside the control already: it is told to those who listen only. */
  readonly isLabelHidden?: boolean | undefined;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly error?: ReactNode;
  readonly help?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A choice's word. */
  readonly wordOf?: ((choice: string) => string) | undefined;
  readonly look?: 'segmented' | 'multiline' | undefined;
}

/** The part that Mantine's inputs share. */
export function inputProps({ id, label, isLabelHidden, error, help, placeholder, isDisabled, field }: ControlProps) {
  return {
    id,
    ...(isLabelHidden ? { 'aria-label': label } : { label }),
    'aria-required': field.isRequired || undefined,
    error,
    description: help,
    ...(placeholder === undefined ? {} : { placeholder }),
    disabled: isDisabled ?? false,
  };
}
