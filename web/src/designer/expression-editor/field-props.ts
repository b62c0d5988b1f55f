import type { ReactNode } from 'react';
import type { Schema } from '../scope/schema-reading.ts';
import type { Scope } from '../scope/scope.ts';

export interface CodeFieldProps {
  value: string;
  /** Told when the typing rests, and when the field is left. */
  onChange: (value: string) => void;
  label: string;
  /** The label stands elsewhere already; it still names the field. */
  hideLabel?: boolean;
  description?: ReactNode;
  /** What validation says; the editor's own findings go before it. */
  error?: ReactNode;
  onBlur?: () => void;
  placeholder?: string | undefined;
  multiline?: boolean;
  isReadOnly?: boolean;
}

export interface ExpressionFieldProps extends CodeFieldProps {
  scope: Scope;
  /** Schema of what the field takes; absent = anything. */
  expects?: Schema | null | undefined;
}
