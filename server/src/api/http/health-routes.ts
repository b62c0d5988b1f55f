import type { FastifyInstance } from 'fastify';
import type { Database } from '../../db/database.ts';
import { appError } from '../../kernel/errors.ts';
import type { Metrics } from './metrics.ts';

const READY_WITHIN_MS = 2000;

/** Routes that need no sign-in and say nothing about anybody: for supervisors, load balancers and Prometheus. */
export const openRoutes = ['/health/live', '/health/ready', '/metrics', '/openapi.json', '/docs'] as const;

/** live = the process answers · ready = the database answers too. */
export function healthRoutes(db: Database, metrics: Metrics) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.get('/health/live', async () => ({ status: 'ok' }));
    scope.get('/health/ready', async () => {
      await assertDatabaseAnswers(db);
      return { status: 'ok' };
    });
    scope.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  };
}

async function assertDatabaseAnswers(db: Database): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${READY_WITHIN_MS} ms`)), READY_WITHIN_MS);
  });
  try {
    await Promise.race([db.pool.query('SELECT 1'), tooLate]);
  } catch (error) {
    throw appError('DATABASE_UNAVAILABLE', { retryAfterSeconds: 2 }, 'The database does not answer.', error);
  } finally {
    clearTimeout(timer);
  }
}
