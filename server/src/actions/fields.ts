import { z } from 'zod';
import { labelField } from '../kernel/label.schema.ts';
import { storableText } from '../kernel/storable.ts';

/** Names the logical call: the same key with the same input is the same call, with another input it is refused. */
export const idempotencyKeyField = labelField.optional();

export const pageLimitField = z.number().int().min(1).max(200).default(100);

/** As `next_cursor` gave it. */
export const pageCursorField = storableText(1, 2048).optional();

export const nextCursorField = z.string().nullable();

export const instantField = z.iso.datetime();
