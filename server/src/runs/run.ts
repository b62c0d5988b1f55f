import type { Json, JsonObject } from '../kernel/json.ts';
import { errorInView, type RunView } from './redact-run.ts';

export const RunStatuses = ['QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
export type RunStatus = (typeof RunStatuses)[number];

/** A run as lists show it. */
export interface Run {
  runId: string;
  workflowId: string;
  workflowKey: string;
  workflowName: string;
  workflowVersion: number;
  status: RunStatus;
  waitType: string | null;
  waitReason: string | null;
  /** Step that the run stands at. */
  nodePath: string | null;
  triggerType: string | null;
  eventType: string | null;
  triggerEventId: string | null;
  correlationKey: string | null;
  sourcePayloadSchemaRef: string | null;
  triggerMappingApplied: boolean;
  parentRunId: string | null;
  rootRunId: string | null;
  startedAt: string;
  updatedAt: string;
  completedAt: string | null;
  /** Null while the run goes on. */
  durationMs: number | null;
  error: JsonObject | null;
}

export interface RunRow {
  run_id: string;
  workflow_id: string;
  workflow_key: string;
  workflow_name: string;
  workflow_version: number;
  status: RunStatus;
  wait_type: string | null;
  wait_reason: string | null;
  node_path: string | null;
  trigger_type: string | null;
  event_type: string | null;
  trigger_event_id: string | null;
  correlation_key: string | null;
  source_payload_schema_ref: string | null;
  trigger_mapping_applied: boolean;
  parent_run_id: string | null;
  root_run_id: string | null;
  started_at: Date;
  updated_at: Date;
  completed_at: Date | null;
  error_json: Json;
}

/** `r` is the run, `d` its workflow, `e` the event that started it (left join). */
export const RUN_COLUMNS = `
  r.run_id, r.workflow_id, d.key AS workflow_key, d.name AS workflow_name, r.workflow_version, r.status, r.wait_type, r.wait_reason,
  r.node_path, r.trigger_type, r.event_type, r.trigger_event_id, e.correlation_key, r.source_payload_schema_ref,
  r.trigger_mapping_applied, r.parent_run_id, r.root_run_id, r.started_at, r.updated_at, r.completed_at, r.error_json`;

export const RUN_TABLES = `
  workflow_runs r
  JOIN workflow_definitions d ON d.tenant = r.tenant AND d.workflow_id = r.workflow_id
  LEFT JOIN workflow_runtime_events e ON e.tenant = r.tenant AND e.event_id = r.trigger_event_id`;

export function toRun(row: RunRow, view: RunView): Run {
  return {
    runId: row.run_id,
    workflowId: row.workflow_id,
    workflowKey: row.workflow_key,
    workflowName: row.workflow_name,
    workflowVersion: row.workflow_version,
    status: row.status,
    waitType: row.wait_type,
    waitReason: row.wait_reason,
    nodePath: row.node_path,
    triggerType: row.trigger_type,
    eventType: row.event_type,
    triggerEventId: row.trigger_event_id,
    correlationKey: row.correlation_key,
    sourcePayloadSchemaRef: row.source_payload_schema_ref,
    triggerMappingApplied: row.trigger_mapping_applied,
    parentRunId: row.parent_run_id,
    rootRunId: row.root_run_id,
    startedAt: row.started_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
    durationMs: row.completed_at === null ? null : row.completed_at.getTime() - row.started_at.getTime(),
    error: errorInView(view, row.error_json),
  };
}
