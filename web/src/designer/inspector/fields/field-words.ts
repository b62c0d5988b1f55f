import { createContext, use } from 'react';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import type { ActionEntry } from '../../store/catalog.ts';

export type FieldEditor = ActionEntry['editor'][string];

/** How the fields of a form are named and edited, beyond what their schema says. */
export interface FieldWords {
  label(field: Field): string;
  choice(field: Field, choice: string): string;
  editor(field: Field): FieldEditor | undefined;
  /** A value that is left out changes nothing. */
  isPatch(field: Field): boolean;
}

export const plainWords: FieldWords = {
  label: (field) => field.title ?? field.name,
  choice: (_field, choice) => choice,
  editor: () => undefined,
  isPatch: () => false,
};

export const FieldWordsContext = createContext<FieldWords>(plainWords);

export function useFieldWords(): FieldWords {
  return use(FieldWordsContext);
}
