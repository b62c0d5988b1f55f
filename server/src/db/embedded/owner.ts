import pg from 'pg';

const OWNER = 'penstock';
const DATABASE = 'penstock';

/**
 * The role that migrates and connects, and its database. An ordinary role that may make roles, as on a managed PostgreSQL: the
 * embedded database then behaves like a grown one.
 */
export async function makeOwnerAndDatabase(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ has_role: boolean; has_database: boolean }>(
      'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS has_role, EXISTS (SELECT FROM pg_database WHERE datname = $2) AS has_database',
      [OWNER, DATABASE],
    );
    if (!rows[0]?.has_role) await tolerateExisting(client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB`));
    if (!rows[0]?.has_database) await tolerateExisting(client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`));
  });
}

/** Sessions of programs, ours not counted. A server that does not answer has none. */
export async function countOtherSessions(superuserUrl: string): Promise<number> {
  try {
    return await withClient(superuserUrl, async (client) => {
      const { rows } = await client.query<{ sessions: number }>(
        "SELECT count(*)::integer AS sessions FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
      );
      return rows[0]?.sessions ?? 0;
    });
  } catch {
    return 0;
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  // A connection that breaks rejects the query that waits for it; the event alone would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const DUPLICATE_OBJECT = '42710';
const DUPLICATE_DATABASE = '42P04';
const UNIQUE_VIOLATION = '23505';

/** Two processes may come here at once. */
async function tolerateExisting(statement: Promise<unknown>): Promise<void> {
  try {
    await statement;
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code !== DUPLICATE_OBJECT && code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error;
  }
}
