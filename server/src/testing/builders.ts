import type { ClientBase } from 'pg';
import { noCausation, type Writer } from '../kernel/actor.ts';

/** A person who works through the API; every field can be another one. */
export function buildWriter(changes: Partial<Writer> = {}): Writer {
  return {
    actor: { id: '01900000-0000-7000-8000-00000000a001', type: 'user' },
    source: 'api',
    causation: noCausation,
    ...changes,
  };
}

/** The writer of a run's step. */
export function buildRunWriter(run: Partial<NonNullable<Writer['run']>> = {}): Writer {
  return buildWriter({
    source: 'run',
    run: {
      runId: '01900000-0000-7000-8000-00000000b001',
      workflowId: '01900000-0000-7000-8000-00000000c001',
      stepPath: 'root.steps[0]',
      stepId: 'step-1',
      iterationKey: '',
      ...run,
    },
  });
}

/** A tenant's row; returns its id. */
export async function insertOrganization(
  client: Pick<ClientBase, 'query'>,
  { id, slug }: { id: string; slug: string },
): Promise<string> {
  await client.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [id, slug, slug]);
  return id;
}
