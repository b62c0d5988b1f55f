import type { Tx } from '../../db/tx.ts';
import type { Json } from '../../kernel/json.ts';
import type { EventFilter } from '../../language/interpreter/types.ts';
import { passesFilters } from './event-filter.ts';
import { holdEventName } from './hold-event-name.ts';
import type { WaitAnswer } from './wait-answer.ts';
import { wakeRuns } from './wake-runs.ts';

export interface ArrivedEvent {
  eventName: string;
  /** null meets no wait. */
  correlationKey: string | null;
  payload: Json;
  eventId: string;
}

export interface ResolvedWait {
  waitId: string;
  runId: string;
  workflowId: string;
  workflowKey: string;
  workflowVersion: number;
  stepPath: string;
}

interface Candidate {
  wait_id: string;
  run_id: string;
  token: string;
  wait_type: 'event' | 'human';
  resume_mode: 'one' | 'all';
  step_path: string;
  filters: EventFilter[] | null;
  workflow_id: string;
  workflow_key: string;
  workflow_version: number;
}

/**
 * Gives an event to the runs that wait for it: to every wait that resumes all, and to the oldest of those that resume one, where the
 * wait's filters pass. Answers the waits that were met; their runs are claimable after the commit.
 *
 * Call it in the transaction that writes the event row. Locking: a shared advisory lock on (tenant, event, key) keeps a wait that
 * begins just now and looks for earlier events from missing this one; candidates are read without a lock and each is taken by a
 * conditional update, so two events never meet the same wait and the second goes on to the next one.
 */
export async function resolveWaits(tx: Tx, event: ArrivedEvent): Promise<ResolvedWait[]> {
  const { correlationKey } = event;
  if (correlationKey === null) return [];
  await holdEventName(tx, { eventName: event.eventName, correlationKey, mode: 'shared' });
  const resolved: ResolvedWait[] = [];
  let isOneMet = false;
  for (const candidate of await findCandidates(tx, event.eventName, correlationKey)) {
    if (candidate.resume_mode === 'one' && isOneMet) continue;
    if (!passesFilters(candidate.filters ?? [], event.payload)) continue;
    if (!(await takeWait(tx, candidate, event))) continue;
    isOneMet ||= candidate.resume_mode === 'one';
    resolved.push(toResolved(candidate));
  }
  return resolved;
}

async function findCandidates(tx: Tx, eventName: string, correlationKey: string): Promise<Candidate[]> {
  const { rows } = await tx.query<Candidate>({
    name: 'find_event_waits',
    text: `
      SELECT w.wait_id, w.run_id, w.token, w.wait_type, w.resume_mode, w.step_path, w.payload -> 'filters' AS filters,
        r.workflow_id, r.workflow_version, d.key AS workflow_key
      FROM workflow_run_waits w
      JOIN workflow_runs r ON r.tenant = w.tenant AND r.run_id = w.run_id
      JOIN workflow_definitions d ON d.tenant = r.tenant AND d.workflow_id = r.workflow_id
      WHERE w.tenant = $1 AND w.event_name = $2 AND w.key = $3 AND w.status = 'WAITING'
      ORDER BY w.created_at, w.wait_id`,
    values: [tx.tenant, eventName, correlationKey],
  });
  return rows;
}

/** false = another event, a time-out or a cancel was first. */
async function takeWait(tx: Tx, candidate: Candidate, event: ArrivedEvent): Promise<boolean> {
  await wakeRuns(tx, [candidate.run_id]);
  const { rowCount } = await tx.query({
    name: 'take_event_wait',
    text: `
      UPDATE workflow_run_waits SET status = 'RESOLVED', resolved_at = $3, resolution = $4::jsonb
      WHERE tenant = $1 AND wait_id = $2 AND status = 'WAITING'`,
    values: [tx.tenant, candidate.wait_id, tx.now, JSON.stringify(eventAnswer(candidate, event))],
  });
  return rowCount === 1;
}

function eventAnswer({ token, wait_type, wait_id }: Candidate, event: ArrivedEvent): WaitAnswer {
  const { eventName, eventId, payload } = event;
  return wait_type === 'human'
    ? { type: 'waitResolved', token, resolution: { type: 'human', taskId: wait_id, output: payload } }
    : { type: 'waitResolved', token, resolution: { type: 'event', eventName, eventId, payload } };
}

function toResolved(candidate: Candidate): ResolvedWait {
  return {
    waitId: candidate.wait_id,
    runId: candidate.run_id,
    workflowId: candidate.workflow_id,
    workflowKey: candidate.workflow_key,
    workflowVersion: candidate.workflow_version,
    stepPath: candidate.step_path,
  };
}
