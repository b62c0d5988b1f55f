import type { Tx } from '../db/tx.ts';
import { parseStepPath, type StepPath, stepAt, type WorkflowDefinition } from '../language/index.ts';
import { type RunDefinitionName, readRunDefinition } from '../runs/read-run-definition.ts';
import type { ChangeOrigin } from './change-origin.ts';

/** Words for the ids of an origin. Null = there is none, or what it names is gone. */
export interface OriginNames {
  actor: string | null;
  workflow: string | null;
  step: OriginStep | null;
}

/** What a reader needs to name a step: the author's word, else the action or the kind. */
export interface OriginStep {
  name: string | null;
  actionId: string | null;
  type: string;
}

interface RunRow {
  run_id: string;
  workflow_id: string;
  workflow_version: number;
  definition_hash: string;
  workflow_name: string;
}

type Named<Origin> = Origin & { names: OriginNames };

/**
 * Puts names to who made changes, for people. Three kinds of statements for a whole page: persons, runs with their workflows, and one for
 * each definition that the steps are in.
 */
export async function nameOrigins<Origin extends ChangeOrigin>(
  tx: Tx,
  origins: readonly Origin[],
): Promise<Named<Origin>[]> {
  const actors = await readActorNames(tx, origins);
  const runs = await readRuns(tx, origins);
  const definitions = await readDefinitions(tx, [...runs.values()]);
  return origins.map((origin) => {
    const run = runs.get(origin.runId ?? '');
    const names = {
      actor: actors.get(origin.actorId ?? '') ?? null,
      workflow: run?.workflow_name ?? null,
      step: run === undefined ? null : stepIn(definitions.get(keyOf(run)), origin.stepPath),
    };
    return { ...origin, names };
  });
}

async function readActorNames(tx: Tx, origins: readonly ChangeOrigin[]): Promise<Map<string, string>> {
  const ids = distinct(origins.map((origin) => origin.actorId));
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; name: string }>({
    name: 'audit_actor_names',
    text: 'SELECT id, name FROM "user" WHERE id = ANY ($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function readRuns(tx: Tx, origins: readonly ChangeOrigin[]): Promise<Map<string, RunRow>> {
  const ids = distinct(origins.map((origin) => origin.runId));
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<RunRow>({
    name: 'audit_run_names',
    text: `
      SELECT r.run_id, r.workflow_id, r.workflow_version, r.definition_hash, d.name AS workflow_name
      FROM workflow_runs r JOIN workflow_definitions d ON d.tenant = r.tenant AND d.workflow_id = r.workflow_id
      WHERE r.tenant = $1 AND r.run_id = ANY ($2::uuid[])`,
    values: [tx.tenant, ids],
  });
  return new Map(rows.map((row) => [row.run_id, row]));
}

async function readDefinitions(tx: Tx, runs: readonly RunRow[]): Promise<Map<string, unknown>> {
  const wanted = new Map<string, RunDefinitionName>(
    runs.map((run) => [
      keyOf(run),
      { workflowId: run.workflow_id, workflowVersion: run.workflow_version, definitionHash: run.definition_hash },
    ]),
  );
  const definitions = new Map<string, unknown>();
  for (const [key, name] of wanted) definitions.set(key, await readRunDefinition(tx, name));
  return definitions;
}

function keyOf(run: RunRow): string {
  return `${run.workflow_id} ${run.workflow_version} ${run.definition_hash}`;
}

function stepIn(definition: unknown, path: string | null): OriginStep | null {
  const parsed: StepPath | null = path === null ? null : parseStepPath(path);
  if (definition === undefined || parsed === null) return null;
  const step = stepAt(definition as Pick<WorkflowDefinition, 'steps'>, parsed);
  if (step === undefined) return null;
  const { name, config } = step as { name?: string; config?: { actionId?: unknown } };
  return {
    name: name ?? null,
    actionId: typeof config?.actionId === 'string' ? config.actionId : null,
    type: step.type,
  };
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
