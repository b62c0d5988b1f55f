import pg from 'pg';
import { StartError } from './start-error.ts';

/** May not log in, owns nothing, cannot bypass policies: what every pooled connection runs as. */
export const APP_ROLE = 'penstock_app';

const MIN_SERVER_VERSION = 150_000;

const OID_INT8 = 20;
const OID_DATE = 1082;

export interface PoolOptions {
  url: string;
  /** Connections at most. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

/**
 * The product's one pool. A connection is handed out only after it has dropped to penstock_app and shown that its times are UTC, so a
 * pooler that swallows settings, or a role that is not there, stops it instead of weakening it.
 */
export function createPool({ url, max = 16, applicationName = 'penstock' }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser },
    onConnect: prepareSession,
  });
  // An idle connection that breaks has been removed already; without a listener the process would end.
  pool.on('error', () => undefined);
  return pool;
}

/** A single connection as the owner, for migrations and set-up; not under row-level security. */
export async function connectAsOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'penstock-owner',
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("SET TimeZone = 'UTC'");
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::integer AS version",
    );
    const version = rows[0]?.version ?? 0;
    if (version >= MIN_SERVER_VERSION) return client;
    throw new StartError(
      `PostgreSQL ${Math.floor(version / 10_000)} is too old. Penstock needs PostgreSQL 15 or newer.`,
    );
  } catch (error) {
    await client.end();
    throw error;
  }
}

/**
 * One round trip. A statement may take 30 s; a transaction that stands still for 10 s (its process is stopped or gone) is ended, so that
 * its row locks do not outlive a worker's lease.
 */
const SESSION = [
  `SET ROLE ${APP_ROLE}`,
  "SET TimeZone = 'UTC'",
  "SET statement_timeout = '30s'",
  "SET idle_in_transaction_session_timeout = '10s'",
  "SELECT current_user AS role, current_setting('TimeZone') AS timezone",
].join('; ');

async function prepareSession(client: pg.ClientBase): Promise<void> {
  const results: unknown = await client.query(SESSION);
  const shown = Array.isArray(results)
    ? (results.at(-1) as pg.QueryResult<{ role: string; timezone: string }>).rows[0]
    : undefined;
  if (shown?.role !== APP_ROLE || shown.timezone !== 'UTC') {
    throw new StartError(
      `A database connection runs as ${shown?.role} in time zone ${shown?.timezone}; it has to be ${APP_ROLE} and UTC.`,
    );
  }
}

/** int8 as a number (revisions, counts), a date as its text; all else as the driver does it: timestamptz a Date, jsonb parsed. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary') {
    if (oid === OID_INT8) return parseInt8;
    if (oid === OID_DATE) return (text: string) => text;
  }
  return pg.types.getTypeParser(oid, format);
}

function parseInt8(text: string): number {
  const value = Number(text);
  // Silently rounding a revision or an amount is worse than failing.
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} does not fit a JavaScript number`);
  return value;
}
