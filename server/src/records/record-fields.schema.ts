import { z } from 'zod';
import { storableText } from '../kernel/storable.ts';

/** Ids of records come from other systems too, so any version of UUID is taken; the database keeps them in lower case. */
export const recordIdField = z.guid().toLowerCase();
export const statusField = storableText(1, 64);
export const descriptionField = storableText(0, 65_536);
/** A date (`2026-03-20`) or a date-time, with or without an offset; kept as it was given. */
export const dueDateField = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);
/** For a search box; what it finds is matched without case. */
export const searchField = storableText(1, 256);

export const deletedOutput = z.strictObject({ id: z.string(), deleted: z.literal(true) });
