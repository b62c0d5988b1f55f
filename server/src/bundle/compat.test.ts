import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import { isAppError } from '../kernel/errors.ts';
import { canonicalJson, type JsonObject } from '../kernel/json.ts';
import { parseDefinition } from '../language/definition/parse-definition.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { WorkflowBundle } from './bundle-format.ts';
import { checkDefinitions } from './check-definitions.ts';
import { exportWorkflows } from './export-bundle.ts';
import { importBundle } from './import-bundle.ts';
import { neededBy } from './plan-import.ts';
import { readBundle } from './read-bundle.ts';

/** Bundles of the reference product, which are not part of this repository. */
const folder = new URL('../../../../shared/compat/', import.meta.url);
const files = listBundles();
const registry = createRegistry(catalogue);
const writer = buildWriter();

function listBundles(): string[] {
  try {
    const names = readdirSync(new URL('bundles/', folder)).filter((name) => name.endsWith('.json'));
    return [
      ...names.map((name) => `bundles/${name}`),
      'reference.task-mirror.v1.json',
      'sample.ticket-created-hello.v1.json',
    ];
  } catch {
    return [];
  }
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

if (files.length === 0) {
  test.skip('reference bundles: skipped, the folder with them is not beside this repository', () => undefined);
} else {
  describe('bundles of the reference product', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database.close());

    const load = (bundle: unknown) =>
      database.db.withTenant(database.tenant, (tx) =>
        importBundle(tx, writer, registry, { bundle, mode: 'create', dryRun: false }),
      );

    test.each(files)('%s imports, or says exactly what is missing here', async (file) => {
      const bundle = read(file) as WorkflowBundle;
      const lacks = lackingActions(bundle);

      const outcome = await load(bundle).catch((error: unknown) => error);

      if (isAppError(outcome, 'MISSING_DEPENDENCIES')) {
        expect(outcome.details.missingNodeTypes).toEqual([]);
        expect(outcome.details.missingActions).toEqual(lacks.actions);
        expect(outcome.details.missingSchemaRefs).toEqual(lacks.schemaRefs);
        expect([...lacks.actions, ...lacks.schemaRefs].length).toBeGreaterThan(0);
        return;
      }
      expect(lacks).toEqual({ actions: [], schemaRefs: [] });
      expect(outcome).toMatchObject({
        createdWorkflows: bundle.workflows.map((workflow) => ({ key: workflow.key })),
        createdPublishedVersions: bundle.workflows
          .filter((workflow) => workflow.publishedVersions.length > 0)
          .map((workflow) => ({ key: workflow.key, versions: [1] })),
      });
      await expectSameContent(bundle);
    });

    test('the e-mail definition, the richest one, has the form of a definition', () => {
      const definition = parseDefinition(read('email-processing.v2.definition.json'));

      expect(definition).toMatchObject({ name: 'Inbound Email Processing', version: 2 });
    });

    function lackingActions(bundle: unknown) {
      const needs = checkDefinitions(readBundle(bundle)).map(neededBy);
      const actions = needs
        .flatMap((need) => need.actions)
        .filter((one) => !registry.action(one.actionId, one.version));
      const schemaRefs = needs.flatMap((need) => need.schemaRefs).filter((ref) => !registry.payloadSchema(ref));
      const names = [...new Set(actions.map((one) => `${one.actionId}@${one.version}`))].sort();
      return {
        actions: names.map((name) => ({ actionId: name.split('@')[0] ?? '', version: Number(name.split('@')[1]) })),
        schemaRefs: [...new Set(schemaRefs)].sort(),
      };
    }

    /** Exported again, a workflow says what the file says, but for ids and what import derived or recomputed. */
    async function expectSameContent(bundle: WorkflowBundle): Promise<void> {
      const again = await database.db.withTenant(database.tenant, (tx) =>
        exportWorkflows(
          tx,
          bundle.workflows.map((workflow) => workflow.key),
        ),
      );
      expect(contentOf(again)).toBe(contentOf(bundle));
    }

    function contentOf({ workflows }: WorkflowBundle): string {
      const withoutIds = (definition: JsonObject) => {
        const text = JSON.stringify({ ...definition, id: '' });
        return JSON.parse(text.replace(/"workflowId":"[^"]*"/g, '"workflowId":""')) as JsonObject;
      };
      return canonicalJson(
        [...workflows]
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ key, metadata, draft, publishedVersions }) => ({
            key,
            metadata,
            draft: { ...draft, definition: withoutIds(draft.definition) },
            versions: publishedVersions.map(({ version, definition }) => ({
              version,
              definition: withoutIds(definition),
            })),
          })),
      );
    }
  });
}
