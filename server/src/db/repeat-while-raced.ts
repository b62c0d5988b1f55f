import { appError } from '../kernel/errors.ts';

const MAX_ROUNDS = 100;

/**
 * Runs a statement again when it lost the race to create a row: it saw no row, and another transaction committed one before its insert.
 * The next statement sees that row. Each round means that somebody else got on, so the bound is never met in practice.
 */
export async function repeatWhileRaced<T>(attempt: () => Promise<T | 'raced'>): Promise<T> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const outcome = await attempt();
    if (outcome !== 'raced') return outcome;
  }
  throw appError('INVARIANT_BROKEN', { invariant: 'a statement that lost a race sees the winner when it runs again' });
}
