import type { Pool } from 'pg';
import { mapDatabaseError } from '../db/database-errors.ts';

/** better-auth hides why it failed; the database itself says whether it was the reason. Errors: DATABASE_UNAVAILABLE. */
export async function assertDatabaseAnswers(pool: Pool): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
