import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { decodeCursor } from '../kernel/pagination.ts';

const instant = z.iso.datetime();
const recordId = z.guid();

export interface RecordCursor {
  createdAt: string;
  id: string;
}

/** Place in a list that is sorted newest first. Errors: CURSOR_INVALID. */
export function recordCursor(cursor: string | undefined): RecordCursor | null {
  if (cursor === undefined) return null;
  const [createdAt, id] = decodeCursor(cursor, 2);
  const place = z.object({ createdAt: instant, id: recordId }).safeParse({ createdAt, id });
  if (!place.success) throw appError('CURSOR_INVALID', { cursor });
  return place.data;
}
