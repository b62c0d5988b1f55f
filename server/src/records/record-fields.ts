import { z } from 'zod';

/** Text of `min` to `max` UTF-16 units that the database gives back as it was. */
export function textField(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'Neither U+0000 nor half of a surrogate pair');
}

/** Ids of records come from other systems too, so any version of UUID is taken; the database keeps them in lower case. */
export const recordIdField = z.guid().toLowerCase();
export const statusField = textField(1, 64);
export const descriptionField = textField(0, 65_536);
/** A date (`2026-03-20`) or a date-time, with or without an offset; kept as it was given. */
export const dueDateField = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);
/** For a search box; what it finds is matched without case. */
export const searchField = textField(1, 256);
