/** Who made a change of durable facts, from where and when: what every history table keeps beside the change. */
export interface ChangeOrigin {
  actorId: string | null;
  actorType: string;
  source: string;
  runId: string | null;
  stepPath: string | null;
  stepId: string | null;
  iterationKey: string | null;
  reason: string | null;
  changedAt: string;
}

export interface ChangeOriginRow {
  actor_id: string | null;
  actor_type: string;
  source: string;
  run_id: string | null;
  step_path: string | null;
  step_id: string | null;
  iteration_key: string | null;
  reason: string | null;
  created_at: Date;
}

export const CHANGE_ORIGIN_COLUMNS =
  'actor_id, actor_type, source, run_id, step_path, step_id, iteration_key, reason, created_at';

export function toChangeOrigin(row: ChangeOriginRow): ChangeOrigin {
  return {
    actorId: row.actor_id,
    actorType: row.actor_type,
    source: row.source,
    runId: row.run_id,
    stepPath: row.step_path,
    stepId: row.step_id,
    iterationKey: row.iteration_key,
    reason: row.reason,
    changedAt: row.created_at.toISOString(),
  };
}
