import type { Tx } from '../db/tx.ts';
import { type AppError, appError } from '../kernel/errors.ts';

/**
 * Counts a direct start against the tenant's rate; null = within it, else RATE_LIMITED with the seconds until the window ends.
 *
 * Locking: one upsert of the tenant's window row, held until the commit, so all processes share one count. A refusal is counted too
 * unless the caller rolls back; the window is fixed, so a caller that keeps knocking does not push it on.
 */
export async function takeStartPoint(
  tx: Tx,
  rate: { points: number; durationSeconds: number },
): Promise<AppError<'RATE_LIMITED'> | null> {
  const windowMs = rate.durationSeconds * 1000;
  const { rows } = await tx.query<{ points: number; window_start: Date }>({
    name: 'take_start_point',
    text: `
      INSERT INTO workflow_rate_windows AS w (tenant, bucket, window_start, points) VALUES ($1, 'run.start', $2, 1)
      ON CONFLICT (tenant, bucket) DO UPDATE SET
        points = CASE WHEN w.window_start <= $3 THEN 1 ELSE w.points + 1 END,
        window_start = CASE WHEN w.window_start <= $3 THEN excluded.window_start ELSE w.window_start END
      RETURNING points, window_start`,
    values: [tx.tenant, tx.now, new Date(tx.now.getTime() - windowMs)],
  });
  const row = rows[0];
  if (row === undefined || row.points <= rate.points) return null;
  const endsInMs = row.window_start.getTime() + windowMs - tx.now.getTime();
  return appError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(endsInMs / 1000)) });
}
