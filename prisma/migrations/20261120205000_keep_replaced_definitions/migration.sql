-- A forced import may change the definition of a version that runs began with. They go on with what they began with, and their history
-- shows it, so the old content is kept here as long as the workflow is. Written by imports; dies with its workflow.
CREATE TABLE workflow_replaced_definitions (
  tenant          uuid NOT NULL,
  workflow_id     uuid NOT NULL,
  version         integer NOT NULL,
  definition_hash text NOT NULL,
  definition_json jsonb NOT NULL,
  replaced_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant, workflow_id, version, definition_hash),
  FOREIGN KEY (tenant, workflow_id) REFERENCES workflow_definitions (tenant, workflow_id) ON DELETE CASCADE
);
ALTER TABLE workflow_replaced_definitions ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON workflow_replaced_definitions
  USING (tenant = NULLIF(current_setting('app.current_tenant', true), '')::uuid)
  WITH CHECK (tenant = NULLIF(current_setting('app.current_tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_replaced_definitions TO penstock_app;
