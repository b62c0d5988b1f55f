import type { JsonObject } from '@penstock/server/language';

/** What is typed: a value while the form is used, text while JSON is written. */
export interface Typed {
  mode: 'form' | 'json';
  value: JsonObject;
  text: string;
}

export const nothingTyped: Typed = { mode: 'form', value: {}, text: '{}' };
