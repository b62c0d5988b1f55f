import type { Json, JsonObject } from '../kernel/json.ts';
import type { RunError } from '../language/interpreter/types.ts';
import type { StateDocument } from '../runtime/state-document.ts';
import type { InvocationStatus, RunStatus } from '../runtime/statuses.ts';
import type { TestDatabase } from './test-database.ts';

export interface RunFacts {
  runId: string;
  status: RunStatus;
  error: RunError | null;
  waitType: string | null;
  waitReason: string | null;
  vars: JsonObject;
  meta: JsonObject;
  boundaries: number;
}

/** What a test looks at: everything past row-level security, of the run that was started last unless an id is given. */
export interface RunView {
  latestRunId(): Promise<string>;
  run(runId?: string): Promise<RunFacts>;
  runsOf(key: string): Promise<{ runId: string; status: RunStatus }[]>;
  steps(runId?: string): Promise<{ path: string; iteration: string; attempt: number; status: string }[]>;
  waits(runId?: string): Promise<{ waitId: string; type: string; status: string; dueAt: Date | null }[]>;
  invocations(
    runId?: string,
  ): Promise<{ action: string; status: InvocationStatus; attempts: number; key: string; input: Json; output: Json }[]>;
  snapshots(runId?: string): Promise<Json[]>;
  logs(runId?: string): Promise<string[]>;
  stored(namespace: string, key: string): Promise<Json | undefined>;
}

export function createRunView({ asOwner }: TestDatabase): RunView {
  async function latestRunId(): Promise<string> {
    const [row] = await asOwner<{ run_id: string }>(
      'SELECT run_id FROM workflow_runs WHERE parent_run_id IS NULL ORDER BY run_id DESC LIMIT 1',
    );
    if (row === undefined) throw new Error('No run was started');
    return row.run_id;
  }
  const idOf = async (runId?: string) => runId ?? (await latestRunId());

  return {
    latestRunId,
    async run(given) {
      const runId = await idOf(given);
      const [row] = await asOwner<RunRow>(
        `SELECT r.status, r.error_json, r.wait_type, r.wait_reason, s.state, coalesce(s.boundary, 0) AS boundary
         FROM workflow_runs r LEFT JOIN workflow_run_state s USING (tenant, run_id) WHERE r.run_id = $1`,
        [runId],
      );
      if (row === undefined) throw new Error(`No run ${runId}`);
      const document = row.state === null ? null : (JSON.parse(row.state) as StateDocument);
      return {
        runId,
        status: row.status,
        error: row.error_json,
        waitType: row.wait_type,
        waitReason: row.wait_reason,
        vars: document?.interpreter.envelope.vars ?? {},
        meta: document?.interpreter.envelope.meta ?? {},
        boundaries: row.boundary,
      };
    },
    runsOf: (key) =>
      asOwner(
        `SELECT r.run_id AS "runId", r.status FROM workflow_runs r JOIN workflow_definitions d USING (tenant, workflow_id)
         WHERE d.key = $1 ORDER BY r.call_depth, r.started_at, r.run_id`,
        [key],
      ),
    steps: async (runId) =>
      asOwner(
        `SELECT step_path AS path, iteration_key AS iteration, attempt, status FROM workflow_run_steps WHERE run_id = $1 ORDER BY sequence`,
        [await idOf(runId)],
      ),
    waits: async (runId) =>
      asOwner(
        `SELECT wait_id AS "waitId", wait_type AS type, status, due_at AS "dueAt" FROM workflow_run_waits
         WHERE run_id = $1 ORDER BY created_at, wait_id`,
        [await idOf(runId)],
      ),
    invocations: async (runId) =>
      asOwner(
        `SELECT action_id AS action, status, attempts, idempotency_key AS key, input_json AS input, output_json AS output
         FROM workflow_action_invocations WHERE run_id = $1 ORDER BY created_at, step_path, iteration_key`,
        [await idOf(runId)],
      ),
    async snapshots(runId) {
      const rows = await asOwner<{ envelope_json: Json }>(
        'SELECT envelope_json FROM workflow_run_snapshots WHERE run_id = $1 ORDER BY boundary',
        [await idOf(runId)],
      );
      return rows.map((row) => row.envelope_json);
    },
    async logs(runId) {
      const rows = await asOwner<{ code: string }>(
        'SELECT code FROM workflow_run_logs WHERE run_id = $1 ORDER BY created_at, log_id',
        [await idOf(runId)],
      );
      return rows.map((row) => row.code);
    },
    async stored(namespace, key) {
      const [row] = await asOwner<{ value: Json }>(
        'SELECT value FROM workflow_data_store WHERE namespace = $1 AND key = $2',
        [namespace, key],
      );
      return row?.value;
    },
  };
}

interface RunRow {
  status: RunStatus;
  error_json: RunError | null;
  wait_type: string | null;
  wait_reason: string | null;
  state: string | null;
  boundary: number;
}
