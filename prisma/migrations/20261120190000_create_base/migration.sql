-- The base of Penstock. Tenant leads every primary and unique key of a tenant table, so that the database can be distributed by tenant.
-- No foreign keys between tenant tables and the sign-in tables; composite ones inside a tenant only.

-- Sign-in (owned by better-auth, plain tables, not under row-level security) -------------------------------------------------------

CREATE TABLE "user" (
  id             uuid PRIMARY KEY,
  name           text NOT NULL,
  email          text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image          text,
  role           text,
  banned         boolean,
  ban_reason     text,
  ban_expires    timestamptz,
  -- 'user' = a person, 'service' = a service account that API keys belong to
  type           text NOT NULL DEFAULT 'user' CHECK (type IN ('user', 'service')),
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE session (
  id                     uuid PRIMARY KEY,
  token                  text NOT NULL UNIQUE,
  user_id                uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  expires_at             timestamptz NOT NULL,
  ip_address             text,
  user_agent             text,
  impersonated_by        text,
  active_organization_id uuid,
  created_at             timestamptz NOT NULL DEFAULT now(),
  updated_at             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_user_id ON session (user_id);

CREATE TABLE account (
  id                       uuid PRIMARY KEY,
  account_id               text NOT NULL,
  provider_id              text NOT NULL,
  user_id                  uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz NOT NULL DEFAULT now(),
  updated_at               timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_user_id ON account (user_id);

CREATE TABLE verification (
  id         uuid PRIMARY KEY,
  identifier text NOT NULL,
  value      text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);

-- organization.id is the tenant of every other table.
CREATE TABLE organization (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  slug       text NOT NULL UNIQUE,
  logo       text,
  metadata   text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE member (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  user_id         uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  role            text NOT NULL CHECK (role IN ('viewer', 'editor', 'admin', 'owner')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, user_id)
);
CREATE INDEX member_user_id ON member (user_id);

CREATE TABLE invitation (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  email           text NOT NULL,
  role            text,
  status          text NOT NULL DEFAULT 'pending',
  expires_at      timestamptz NOT NULL,
  inviter_id      uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX invitation_organization_id ON invitation (organization_id);

CREATE TABLE apikey (
  id                     uuid PRIMARY KEY,
  config_id              text NOT NULL DEFAULT 'default',
  name                   text,
  start                  text,
  reference_id           text NOT NULL,
  prefix                 text,
  key                    text NOT NULL,
  refill_interval        integer,
  refill_amount          integer,
  last_refill_at         timestamptz,
  enabled                boolean DEFAULT true,
  rate_limit_enabled     boolean DEFAULT false,
  rate_limit_time_window integer,
  rate_limit_max         integer,
  request_count          integer DEFAULT 0,
  remaining              integer,
  last_request           timestamptz,
  expires_at             timestamptz,
  permissions            text,
  metadata               text,
  created_at             timestamptz NOT NULL DEFAULT now(),
  updated_at             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX apikey_key ON apikey (key);
CREATE INDEX apikey_reference_id ON apikey (reference_id);

-- Authoring -----------------------------------------------------------------------------------------------------------------------

CREATE TABLE workflow_definitions (
  tenant                         uuid NOT NULL,
  workflow_id                    uuid NOT NULL,
  key                            text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9._-]*$' AND length(key) <= 256),
  name                           text NOT NULL,
  description                    text,
  payload_schema_ref             text NOT NULL,
  payload_schema_mode            text NOT NULL DEFAULT 'pinned' CHECK (payload_schema_mode IN ('pinned', 'inferred')),
  pinned_payload_schema_ref      text,
  payload_schema_provenance      text,
  trigger                        jsonb,
  draft_definition               jsonb NOT NULL,
  draft_version                  integer NOT NULL DEFAULT 1,
  status                         text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published')),
  -- highest published version; null while there is none
  published_version              integer,
  validation_status              text CHECK (validation_status IN ('valid', 'warning', 'error')),
  validation_errors              jsonb,
  validation_warnings            jsonb,
  validated_at                   timestamptz,
  is_system                      boolean NOT NULL DEFAULT false,
  is_visible                     boolean NOT NULL DEFAULT true,
  is_paused                      boolean NOT NULL DEFAULT false,
  concurrency_limit              integer CHECK (concurrency_limit > 0),
  auto_pause_on_failure          boolean NOT NULL DEFAULT false,
  failure_rate_threshold         numeric(5, 2),
  failure_rate_min_runs          integer,
  retention_policy_override      jsonb,
  created_by                     uuid NOT NULL,
  updated_by                     uuid NOT NULL,
  created_at                     timestamptz NOT NULL,
  updated_at                     timestamptz NOT NULL,
  PRIMARY KEY (tenant, workflow_id),
  UNIQUE (tenant, key)
);
CREATE INDEX workflow_definitions_name ON workflow_definitions (tenant, name);
-- Which live workflows does an event start?
CREATE INDEX workflow_definitions_live_event ON workflow_definitions (tenant, ((trigger ->> 'eventName'))) WHERE published_version IS NOT NULL;

CREATE TABLE workflow_definition_versions (
  tenant              uuid NOT NULL,
  version_id          uuid NOT NULL,
  workflow_id         uuid NOT NULL,
  version             integer NOT NULL CHECK (version > 0),
  definition_json     jsonb NOT NULL,
  -- the trigger as published: a draft may differ
  trigger             jsonb,
  -- JSON Schema of the payload contract, frozen at publish; null = not known
  payload_schema_json jsonb,
  payload_schema_hash text,
  definition_hash     text NOT NULL,
  validation_warnings jsonb,
  published_by        uuid NOT NULL,
  published_by_type   text NOT NULL DEFAULT 'user',
  published_at        timestamptz NOT NULL,
  PRIMARY KEY (tenant, version_id),
  UNIQUE (tenant, workflow_id, version),
  FOREIGN KEY (tenant, workflow_id) REFERENCES workflow_definitions (tenant, workflow_id) ON DELETE CASCADE
);

-- Runs ----------------------------------------------------------------------------------------------------------------------------

CREATE TABLE workflow_runs (
  tenant                    uuid NOT NULL,
  run_id                    uuid NOT NULL,
  workflow_id               uuid NOT NULL,
  workflow_version          integer NOT NULL,
  status                    text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
  -- step that the run stands at, for people; the truth is in workflow_run_state
  node_path                 text,
  input_json                jsonb NOT NULL,
  error_json                jsonb,
  -- why a WAITING run waits: event, time, human, retry, child, operator
  wait_type                 text,
  -- with wait_type 'operator': in_doubt, quarantined, exhausted, held
  wait_reason               text,
  lease_owner               text,
  lease_expires_at          timestamptz,
  -- raised by every claim; every write of a worker carries the value it claimed with
  fence                     bigint NOT NULL DEFAULT 0,
  claims_without_progress   integer NOT NULL DEFAULT 0,
  -- raised when an answer for the run arrives; a worker that parks the run compares it with what it has seen
  wakes                     integer NOT NULL DEFAULT 0,
  -- who the run acts as: the publisher of its version
  actor_id                  uuid NOT NULL,
  actor_type                text NOT NULL CHECK (actor_type IN ('user', 'service', 'system')),
  event_type                text,
  trigger_type              text CHECK (trigger_type IN ('event', 'schedule', 'recurring', 'manual', 'workflow')),
  trigger_metadata_json     jsonb,
  trigger_fire_key          text,
  trigger_event_id          text,
  source_payload_schema_ref text,
  trigger_mapping_applied   boolean NOT NULL DEFAULT false,
  definition_hash           text NOT NULL,
  parent_run_id             uuid,
  root_run_id               uuid,
  parent_token              text,
  call_depth                integer NOT NULL DEFAULT 0,
  causation_depth           integer NOT NULL DEFAULT 0,
  causation_chain           jsonb NOT NULL DEFAULT '[]',
  started_at                timestamptz NOT NULL,
  updated_at                timestamptz NOT NULL,
  completed_at              timestamptz,
  PRIMARY KEY (tenant, run_id),
  FOREIGN KEY (tenant, workflow_id) REFERENCES workflow_definitions (tenant, workflow_id) ON DELETE CASCADE
);
-- The claim: runs that nobody holds, oldest touched first.
CREATE INDEX workflow_runs_claimable ON workflow_runs (tenant, updated_at) WHERE status = 'RUNNING';
CREATE INDEX workflow_runs_started ON workflow_runs (tenant, started_at DESC, run_id DESC);
CREATE INDEX workflow_runs_status_started ON workflow_runs (tenant, status, started_at DESC, run_id DESC);
CREATE INDEX workflow_runs_workflow_started ON workflow_runs (tenant, workflow_id, started_at DESC, run_id DESC);
CREATE INDEX workflow_runs_queued ON workflow_runs (tenant, workflow_id, started_at, run_id) WHERE status = 'QUEUED';
CREATE INDEX workflow_runs_active ON workflow_runs (tenant, workflow_id) WHERE status IN ('QUEUED', 'RUNNING', 'WAITING');
CREATE INDEX workflow_runs_parent ON workflow_runs (tenant, parent_run_id) WHERE parent_run_id IS NOT NULL;
CREATE INDEX workflow_runs_trigger_event ON workflow_runs (tenant, trigger_event_id) WHERE trigger_event_id IS NOT NULL;
CREATE UNIQUE INDEX workflow_runs_fire_key ON workflow_runs (tenant, trigger_fire_key) WHERE trigger_fire_key IS NOT NULL;

-- Complete and private: what a worker goes on from. Never shown, never redacted.
CREATE TABLE workflow_run_state (
  tenant     uuid NOT NULL,
  run_id     uuid NOT NULL,
  -- JSON text: what a run holds comes back exactly, U+0000 and key order too, which jsonb would not keep
  state      text NOT NULL,
  -- boundaries committed so far
  boundary   integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, run_id),
  FOREIGN KEY (tenant, run_id) REFERENCES workflow_runs (tenant, run_id) ON DELETE CASCADE
);

CREATE TABLE workflow_run_steps (
  tenant             uuid NOT NULL,
  run_id             uuid NOT NULL,
  step_path          text NOT NULL,
  iteration_key      text NOT NULL DEFAULT '',
  attempt            integer NOT NULL,
  -- order in which steps began
  sequence           integer NOT NULL,
  definition_step_id text NOT NULL,
  node_type          text NOT NULL,
  status             text NOT NULL CHECK (status IN ('STARTED', 'SUCCEEDED', 'FAILED', 'RETRY_SCHEDULED', 'CANCELED')),
  duration_ms        integer,
  result_json        jsonb,
  error_json         jsonb,
  started_at         timestamptz NOT NULL,
  completed_at       timestamptz,
  PRIMARY KEY (tenant, run_id, step_path, iteration_key, attempt),
  FOREIGN KEY (tenant, run_id) REFERENCES workflow_runs (tenant, run_id) ON DELETE CASCADE
);
CREATE INDEX workflow_run_steps_sequence ON workflow_run_steps (tenant, run_id, sequence);

CREATE TABLE workflow_run_waits (
  tenant             uuid NOT NULL,
  wait_id            uuid NOT NULL,
  run_id             uuid NOT NULL,
  -- token of the interpreter's command; the occurrence that answers carries it back
  token              text NOT NULL,
  step_path          text NOT NULL,
  iteration_key      text NOT NULL DEFAULT '',
  definition_step_id text NOT NULL,
  wait_type          text NOT NULL CHECK (wait_type IN ('event', 'time', 'human', 'retry', 'child', 'operator')),
  -- correlation key of an event, task id, child run id
  key                text,
  event_name         text,
  resume_mode        text NOT NULL DEFAULT 'one' CHECK (resume_mode IN ('one', 'all')),
  due_at             timestamptz,
  status             text NOT NULL CHECK (status IN ('WAITING', 'RESOLVED', 'CANCELED')),
  payload            jsonb NOT NULL DEFAULT '{}',
  -- the occurrence that answers the token: set when RESOLVED
  resolution         jsonb,
  -- boundary that took the answer over; null = a worker still has to
  consumed_at        timestamptz,
  created_at         timestamptz NOT NULL,
  resolved_at        timestamptz,
  PRIMARY KEY (tenant, wait_id),
  UNIQUE (tenant, run_id, token),
  FOREIGN KEY (tenant, run_id) REFERENCES workflow_runs (tenant, run_id) ON DELETE CASCADE
);
CREATE INDEX workflow_run_waits_correlation ON workflow_run_waits (tenant, event_name, key, created_at) WHERE status = 'WAITING' AND event_name IS NOT NULL;
CREATE INDEX workflow_run_waits_due ON workflow_run_waits (due_at, tenant) WHERE status = 'WAITING' AND due_at IS NOT NULL;
-- Answers that no boundary has taken over yet.
CREATE INDEX workflow_run_waits_unconsumed ON workflow_run_waits (tenant, run_id) WHERE status = 'RESOLVED' AND consumed_at IS NULL;
CREATE INDEX workflow_run_waits_child ON workflow_run_waits (tenant, key) WHERE status = 'WAITING' AND wait_type = 'child';

-- The ledger: one row per logical call of an action, its tries beside it.
CREATE TABLE workflow_action_invocations (
  tenant             uuid NOT NULL,
  invocation_id      uuid NOT NULL,
  run_id             uuid NOT NULL,
  step_path          text NOT NULL,
  iteration_key      text NOT NULL DEFAULT '',
  definition_step_id text NOT NULL,
  action_id          text NOT NULL,
  action_version     integer NOT NULL,
  effect             text NOT NULL CHECK (effect IN ('pure', 'transactional', 'keyed', 'at-least-once')),
  idempotency_key    text NOT NULL,
  -- who made the key: engine, action (idempotency_key or dedupe_key in the input), step (its expression)
  key_source         text NOT NULL CHECK (key_source IN ('engine', 'action', 'step')),
  -- sha256 of the canonical input: the same key with another input is refused
  input_hash         text NOT NULL,
  status             text NOT NULL CHECK (status IN ('STARTED', 'SUCCEEDED', 'FAILED', 'IN_DOUBT')),
  attempts           integer NOT NULL DEFAULT 1,
  -- redacted, for people
  input_json         jsonb NOT NULL,
  -- complete, answers a replay of the same key
  output_json        jsonb,
  error_json         jsonb,
  created_at         timestamptz NOT NULL,
  started_at         timestamptz NOT NULL,
  completed_at       timestamptz,
  PRIMARY KEY (tenant, invocation_id),
  UNIQUE (tenant, action_id, action_version, idempotency_key)
);
CREATE INDEX workflow_action_invocations_run ON workflow_action_invocations (tenant, run_id, created_at, invocation_id);

CREATE TABLE workflow_action_attempts (
  tenant        uuid NOT NULL,
  invocation_id uuid NOT NULL,
  attempt       integer NOT NULL,
  status        text NOT NULL CHECK (status IN ('STARTED', 'SUCCEEDED', 'FAILED', 'IN_DOUBT')),
  worker        text,
  error_json    jsonb,
  started_at    timestamptz NOT NULL,
  completed_at  timestamptz,
  PRIMARY KEY (tenant, invocation_id, attempt),
  FOREIGN KEY (tenant, invocation_id) REFERENCES workflow_action_invocations (tenant, invocation_id) ON DELETE CASCADE
);

-- Redacted, capped views of the envelope for people; never a source to resume from.
CREATE TABLE workflow_run_snapshots (
  tenant        uuid NOT NULL,
  snapshot_id   uuid NOT NULL,
  run_id        uuid NOT NULL,
  boundary      integer NOT NULL,
  step_path     text,
  envelope_json jsonb NOT NULL,
  size_bytes    integer NOT NULL,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant, snapshot_id),
  FOREIGN KEY (tenant, run_id) REFERENCES workflow_runs (tenant, run_id) ON DELETE CASCADE
);
CREATE INDEX workflow_run_snapshots_run ON workflow_run_snapshots (tenant, run_id, boundary);
CREATE INDEX workflow_run_snapshots_created ON workflow_run_snapshots (created_at);

CREATE TABLE workflow_run_logs (
  tenant        uuid NOT NULL,
  log_id        uuid NOT NULL,
  run_id        uuid NOT NULL,
  step_path     text,
  level         text NOT NULL CHECK (level IN ('DEBUG', 'INFO', 'WARN', 'ERROR')),
  -- message key; its text is translated where it is read
  code          text NOT NULL,
  context_json  jsonb NOT NULL DEFAULT '{}',
  source        text NOT NULL DEFAULT 'worker',
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant, log_id),
  FOREIGN KEY (tenant, run_id) REFERENCES workflow_runs (tenant, run_id) ON DELETE CASCADE
);
CREATE INDEX workflow_run_logs_run ON workflow_run_logs (tenant, run_id, created_at, log_id);

-- Events --------------------------------------------------------------------------------------------------------------------------

CREATE TABLE workflow_runtime_events (
  tenant              uuid NOT NULL,
  -- the sender's text, or a UUIDv7 of ours
  event_id            text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 256),
  event_name          text NOT NULL,
  correlation_key     text,
  payload             jsonb NOT NULL,
  -- sha256 of what the sender sent: the same id with another payload is refused
  payload_hash        text NOT NULL,
  payload_schema_ref  text,
  schema_ref_conflict jsonb,
  -- pending = the dispatcher still has to look at it; rejected = failed its schema, kept with its error
  status              text NOT NULL CHECK (status IN ('pending', 'dispatched', 'rejected')),
  error_json          jsonb,
  -- 'api', 'records', 'run' …
  source              text NOT NULL,
  emitted_by_run_id   uuid,
  causation_depth     integer NOT NULL DEFAULT 0,
  causation_chain     jsonb NOT NULL DEFAULT '[]',
  created_at          timestamptz NOT NULL,
  processed_at        timestamptz,
  PRIMARY KEY (tenant, event_id)
);
CREATE INDEX workflow_runtime_events_pending ON workflow_runtime_events (tenant, created_at) WHERE status = 'pending';
CREATE INDEX workflow_runtime_events_created ON workflow_runtime_events (tenant, created_at DESC, event_id DESC);
CREATE INDEX workflow_runtime_events_emitted ON workflow_runtime_events (tenant, emitted_by_run_id) WHERE emitted_by_run_id IS NOT NULL;
CREATE INDEX workflow_runtime_events_name ON workflow_runtime_events (tenant, event_name, correlation_key, created_at DESC);

-- One row per event and workflow that it concerned: what came of it and why. No event is ignored silently.
CREATE TABLE workflow_event_dispatches (
  tenant           uuid NOT NULL,
  dispatch_id      uuid NOT NULL,
  event_id         text NOT NULL,
  workflow_id      uuid NOT NULL,
  workflow_key     text NOT NULL,
  workflow_version integer,
  outcome          text NOT NULL CHECK (outcome IN ('started', 'resumed', 'skipped')),
  -- code of the skip: paused, payload_invalid, mapping_failed, depth_exceeded …
  reason           text,
  details          jsonb,
  run_id           uuid,
  wait_id          uuid,
  created_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant, dispatch_id),
  FOREIGN KEY (tenant, event_id) REFERENCES workflow_runtime_events (tenant, event_id) ON DELETE CASCADE
);
CREATE INDEX workflow_event_dispatches_event ON workflow_event_dispatches (tenant, event_id);
CREATE INDEX workflow_event_dispatches_run ON workflow_event_dispatches (tenant, run_id) WHERE run_id IS NOT NULL;

-- Data store and links: outlive runs, so no foreign key to them ---------------------------------------------------------------------

-- Byte order ("C") whatever the database's collation: one index answers identity, pages in key order and prefixes.
CREATE TABLE workflow_data_store (
  tenant            uuid NOT NULL,
  -- a new one for each life of a key: after a delete or an expiry the next entry of that name is another thing
  store_id          uuid NOT NULL,
  namespace         text COLLATE "C" NOT NULL CHECK (length(namespace) BETWEEN 1 AND 256),
  key               text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 256),
  value             jsonb NOT NULL,
  value_type        text NOT NULL DEFAULT 'json' CHECK (value_type IN ('string', 'number', 'boolean', 'json')),
  revision          bigint NOT NULL DEFAULT 1,
  expires_at        timestamptz,
  created_by_run_id uuid,
  created_at        timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  PRIMARY KEY (tenant, store_id),
  UNIQUE (tenant, namespace, key)
);
CREATE INDEX workflow_data_store_expiry ON workflow_data_store (tenant, expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE workflow_data_store_history (
  tenant        uuid NOT NULL,
  history_id    uuid NOT NULL,
  -- numbered while the entry's row is locked, so it is the order in which the changes happened; ids are made before the lock
  sequence      bigint GENERATED ALWAYS AS IDENTITY,
  namespace     text COLLATE "C" NOT NULL,
  key           text COLLATE "C" NOT NULL,
  operation     text NOT NULL CHECK (operation IN ('set', 'increment', 'delete', 'expire')),
  -- revision after the change; for delete and expire the last one that there was
  revision      bigint NOT NULL,
  value_before  jsonb,
  value_after   jsonb,
  value_type    text,
  expires_at    timestamptz,
  actor_id      uuid,
  actor_type    text NOT NULL,
  source        text NOT NULL,
  run_id        uuid,
  step_path     text,
  step_id       text,
  iteration_key text,
  reason        text,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant, history_id)
);
CREATE INDEX workflow_data_store_history_entry ON workflow_data_store_history (tenant, namespace, key, sequence DESC);
CREATE INDEX workflow_data_store_history_run ON workflow_data_store_history (tenant, run_id, sequence) WHERE run_id IS NOT NULL;

CREATE TABLE workflow_entity_links (
  tenant            uuid NOT NULL,
  link_id           uuid NOT NULL,
  namespace         text COLLATE "C" NOT NULL CHECK (length(namespace) BETWEEN 1 AND 256),
  left_type         text COLLATE "C" NOT NULL CHECK (length(left_type) BETWEEN 1 AND 256),
  left_id           text COLLATE "C" NOT NULL CHECK (length(left_id) BETWEEN 1 AND 256),
  right_type        text COLLATE "C" NOT NULL CHECK (length(right_type) BETWEEN 1 AND 256),
  right_id          text COLLATE "C" NOT NULL CHECK (length(right_id) BETWEEN 1 AND 256),
  relation          text COLLATE "C" NOT NULL DEFAULT 'related' CHECK (length(relation) BETWEEN 1 AND 256),
  attributes        jsonb NOT NULL DEFAULT '{}',
  created_by_run_id uuid,
  created_at        timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  PRIMARY KEY (tenant, link_id),
  UNIQUE (tenant, namespace, left_type, left_id, right_type, right_id, relation)
);
-- Lookups in one namespace, and everything around one record.
CREATE INDEX workflow_entity_links_forward ON workflow_entity_links (tenant, left_type, left_id, namespace, created_at, link_id);
CREATE INDEX workflow_entity_links_reverse ON workflow_entity_links (tenant, right_type, right_id, namespace, created_at, link_id);
CREATE INDEX workflow_entity_links_list ON workflow_entity_links (tenant, namespace, created_at, link_id);

CREATE TABLE workflow_entity_link_history (
  tenant            uuid NOT NULL,
  history_id        uuid NOT NULL,
  sequence          bigint GENERATED ALWAYS AS IDENTITY,
  link_id           uuid NOT NULL,
  namespace         text COLLATE "C" NOT NULL,
  operation         text NOT NULL CHECK (operation IN ('upsert', 'delete')),
  left_type         text COLLATE "C" NOT NULL,
  left_id           text COLLATE "C" NOT NULL,
  right_type        text COLLATE "C" NOT NULL,
  right_id          text COLLATE "C" NOT NULL,
  relation          text COLLATE "C" NOT NULL,
  attributes_before jsonb,
  attributes_after  jsonb,
  actor_id          uuid,
  actor_type        text NOT NULL,
  source            text NOT NULL,
  run_id            uuid,
  step_path         text,
  step_id           text,
  iteration_key     text,
  reason            text,
  created_at        timestamptz NOT NULL,
  PRIMARY KEY (tenant, history_id)
);
CREATE INDEX workflow_entity_link_history_link ON workflow_entity_link_history (tenant, link_id, sequence DESC);
CREATE INDEX workflow_entity_link_history_run ON workflow_entity_link_history (tenant, run_id, sequence) WHERE run_id IS NOT NULL;

-- Records -------------------------------------------------------------------------------------------------------------------------

CREATE TABLE projects (
  tenant       uuid NOT NULL,
  project_id   uuid NOT NULL,
  project_name text NOT NULL CHECK (length(project_name) BETWEEN 1 AND 256),
  description  text,
  status       text NOT NULL DEFAULT 'open',
  client_id    uuid,
  assigned_to  uuid,
  created_by   uuid NOT NULL,
  updated_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant, project_id)
);
CREATE INDEX projects_created ON projects (tenant, created_at DESC, project_id DESC);
CREATE INDEX projects_name ON projects (tenant, lower(project_name));

CREATE TABLE project_tasks (
  tenant       uuid NOT NULL,
  task_id      uuid NOT NULL,
  project_id   uuid NOT NULL,
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 512),
  description  text,
  -- as given: a date or a date-time
  due_date     text,
  status       text NOT NULL DEFAULT 'open',
  assigned_to  uuid,
  completed_at timestamptz,
  created_by   uuid NOT NULL,
  updated_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant, task_id),
  FOREIGN KEY (tenant, project_id) REFERENCES projects (tenant, project_id)
);
CREATE INDEX project_tasks_project ON project_tasks (tenant, project_id, created_at DESC, task_id DESC);
CREATE INDEX project_tasks_created ON project_tasks (tenant, created_at DESC, task_id DESC);
CREATE INDEX project_tasks_title ON project_tasks (tenant, lower(title));

-- Audit ---------------------------------------------------------------------------------------------------------------------------

CREATE TABLE audit_logs (
  tenant       uuid NOT NULL,
  audit_id     uuid NOT NULL,
  record_type  text NOT NULL,
  record_id    text NOT NULL,
  operation    text NOT NULL,
  actor_id     uuid,
  actor_type   text NOT NULL,
  source       text NOT NULL,
  run_id       uuid,
  step_path    text,
  reason       text,
  details      jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant, audit_id)
);
CREATE INDEX audit_logs_record ON audit_logs (tenant, record_type, record_id, audit_id DESC);
CREATE INDEX audit_logs_run ON audit_logs (tenant, run_id, audit_id) WHERE run_id IS NOT NULL;

-- Starts per tenant in a window, shared by all processes.
CREATE TABLE workflow_rate_windows (
  tenant       uuid NOT NULL,
  bucket       text NOT NULL,
  window_start timestamptz NOT NULL,
  points       integer NOT NULL,
  PRIMARY KEY (tenant, bucket)
);

-- Roles and row-level security ------------------------------------------------------------------------------------------------------
-- penstock_app is made by the migration runner before this file runs: it may not log in, owns nothing and cannot bypass policies.

DO $$
DECLARE
  target text;
BEGIN
  FOREACH target IN ARRAY ARRAY[
    'workflow_definitions', 'workflow_definition_versions', 'workflow_runs', 'workflow_run_state', 'workflow_run_steps',
    'workflow_run_waits', 'workflow_action_invocations', 'workflow_action_attempts', 'workflow_run_snapshots', 'workflow_run_logs',
    'workflow_runtime_events', 'workflow_event_dispatches', 'workflow_data_store', 'workflow_data_store_history',
    'workflow_entity_links', 'workflow_entity_link_history', 'projects', 'project_tasks', 'audit_logs', 'workflow_rate_windows'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON %I USING (tenant = NULLIF(current_setting(''app.current_tenant'', true), '''')::uuid) '
      'WITH CHECK (tenant = NULLIF(current_setting(''app.current_tenant'', true), '''')::uuid)', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO penstock_app', target);
  END LOOP;
  FOREACH target IN ARRAY ARRAY['user', 'session', 'account', 'verification', 'organization', 'member', 'invitation', 'apikey'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO penstock_app', target);
  END LOOP;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO penstock_app', current_schema());
END
$$;

-- Cross-tenant discovery: ids only, never data. They run as the owner, with a fixed search path.

CREATE FUNCTION penstock_tenants_with_claimable_runs(max_tenants integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant FROM workflow_runs
  WHERE status = 'RUNNING' AND (lease_expires_at IS NULL OR lease_expires_at <= now())
  LIMIT max_tenants
$$;

CREATE FUNCTION penstock_tenants_with_due_waits(at timestamptz, max_tenants integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant FROM workflow_run_waits
  WHERE status = 'WAITING' AND due_at IS NOT NULL AND due_at <= at
  LIMIT max_tenants
$$;

-- When does the next wait of anybody come due? Lets a worker sleep exactly that long.
CREATE FUNCTION penstock_next_wait_due_at() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due_at FROM workflow_run_waits WHERE status = 'WAITING' AND due_at IS NOT NULL ORDER BY due_at LIMIT 1
$$;

CREATE FUNCTION penstock_tenants_with_pending_events(max_tenants integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant FROM workflow_runtime_events WHERE status = 'pending' LIMIT max_tenants
$$;

CREATE FUNCTION penstock_tenants_with_expired_entries(at timestamptz, max_tenants integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant FROM workflow_data_store WHERE expires_at IS NOT NULL AND expires_at <= at LIMIT max_tenants
$$;

-- Runs that wait for a free place of their workflow: the safety net of admission.
CREATE FUNCTION penstock_tenants_with_queued_runs(max_tenants integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant FROM workflow_runs WHERE status = 'QUEUED' LIMIT max_tenants
$$;

CREATE FUNCTION penstock_tenants_with_old_snapshots(before timestamptz, max_tenants integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT tenant FROM workflow_run_snapshots WHERE created_at < before LIMIT max_tenants
$$;

CREATE FUNCTION penstock_tenants() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM organization
$$;

DO $$
DECLARE
  fn text;
BEGIN
  FOREACH fn IN ARRAY ARRAY[
    'penstock_tenants_with_claimable_runs(integer)', 'penstock_tenants_with_due_waits(timestamptz, integer)', 'penstock_next_wait_due_at()',
    'penstock_tenants_with_pending_events(integer)', 'penstock_tenants_with_expired_entries(timestamptz, integer)',
    'penstock_tenants_with_queued_runs(integer)', 'penstock_tenants_with_old_snapshots(timestamptz, integer)', 'penstock_tenants()'
  ] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', fn);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO penstock_app', fn);
  END LOOP;
END
$$;
