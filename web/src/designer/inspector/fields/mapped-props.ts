import type { ReactNode } from 'react';
import type { Field } from '../../../ui/schema-form/field-model.ts';

export interface MappedFieldProps {
  field: Field;
  /** JSON pointer inside the step. */
  pointer: string;
  /** Stands instead of the field's own name, for entries of a list. */
  label?: string;
  /** An entry of a list cannot be left out: an empty one stays. */
  isEntry?: boolean;
}

/** Of an input that holds others: how one of them is drawn. */
export interface MappedGroupProps extends MappedFieldProps {
  renderMember: (member: MappedFieldProps) => ReactNode;
}

export function memberPointer(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
