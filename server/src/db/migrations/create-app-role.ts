import type { ClientBase } from 'pg';
import { APP_ROLE } from '../connection.ts';
import { sqlStateOf } from '../database-errors.ts';
import { StartError } from '../start-error.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const ALREADY_THERE = new Set(['42710', '23505']);

/**
 * Makes the role that the product works as, and lets the connecting user become it. Roles belong to the whole server: other databases
 * may be making it at the same moment. Errors: StartError with the statements to run where this user may not.
 */
export async function createAppRole(client: ClientBase): Promise<void> {
  try {
    await createIfMissing(client);
    if (!(await mayBecome(client))) await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
  } catch (error) {
    if (sqlStateOf(error) === INSUFFICIENT_PRIVILEGE) throw await cannotCreateRole(client, error);
    throw error;
  }
  await assertHarmless(client);
}

async function createIfMissing(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (rowCount !== 0) return;
  try {
    await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
  } catch (error) {
    if (!ALREADY_THERE.has(sqlStateOf(error) ?? '')) throw error;
  }
}

/** Asked by trying: what membership alone allows differs between versions. */
async function mayBecome(client: ClientBase): Promise<boolean> {
  try {
    await client.query(`SET ROLE ${APP_ROLE}`);
    await client.query('RESET ROLE');
    return true;
  } catch (error) {
    if (sqlStateOf(error) === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
}

async function cannotCreateRole(client: ClientBase, cause: unknown): Promise<StartError> {
  const { rows } = await client.query<{ owner: string }>('SELECT quote_ident(current_user) AS owner');
  return new StartError(
    [
      'The database user may not make the role that Penstock works as. Let an administrator run these statements once, then start again:',
      `  CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;`,
      `  GRANT ${APP_ROLE} TO ${rows[0]?.owner};`,
    ].join('\n'),
    { cause },
  );
}

/** A role of this name made by somebody else must not be stronger than ours. */
async function assertHarmless(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls)', [
    APP_ROLE,
  ]);
  if (rowCount !== 0)
    throw new StartError(
      `The role ${APP_ROLE} can bypass row-level security. Run: ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS;`,
    );
}
