import pg from 'pg';
import { appError, isAppError } from '../kernel/errors.ts';

const RETRY_AFTER_SECONDS = 2;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/** Classes and codes of PostgreSQL that mean: not now. 08 connection, 57P0x shutdown and start-up, 53300 too many connections. */
const UNAVAILABLE_STATES = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '25P03']);

const BROKEN_SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The five letters of PostgreSQL's answer, through wrapping errors; undefined where the error is none of PostgreSQL's. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof pg.DatabaseError) return cause.code;
  }
  return undefined;
}

/** Another transaction was in the way; the same work from the start may pass. */
export function isReplayable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}

/** Could the database not be reached, or did it end the session? Wrapping errors are looked through. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return state.startsWith('08') || UNAVAILABLE_STATES.has(state);
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && BROKEN_SOCKET_CODES.has(String(cause.code))) return true;
  }
  return false;
}

export function databaseUnavailable(cause: unknown) {
  // Where it lies and what it said is for the log, which prints the cause, and not for strangers.
  const details = { retryAfterSeconds: RETRY_AFTER_SECONDS };
  return appError('DATABASE_UNAVAILABLE', details, 'The database is not available.', cause);
}

/** DATABASE_UNAVAILABLE where the connection failed; everything else as it came. For work on the pool without `withTenant`. */
export function mapDatabaseError(error: unknown): unknown {
  return !isAppError(error) && isUnavailable(error) ? databaseUnavailable(error) : error;
}
