import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishWorkflow } from '../authoring/publish-workflow.ts';
import { canonicalJson } from '../kernel/json.ts';
import { buildWriter } from '../testing/builders.ts';
import { createMirrorWorld, type MirrorWorld } from '../testing/mirror-world.ts';
import { DemoBundles, readDemoBundle } from './demo-bundles.ts';

let world: MirrorWorld;

beforeAll(async () => {
  world = await createMirrorWorld();
});
beforeEach(() => world.runtime.database.truncate());
afterAll(() => world.runtime.close());

/** The draft of the kick-off waits for an event that nobody has declared yet: something to look at in the designer. */
const meantWarnings: Partial<Record<string, string[]>> = { 'projects.kick-off': ['EVENT_WAIT_UNKNOWN_EVENT'] };

describe.each(DemoBundles)('the bundle %s', (name) => {
  const text = readFileSync(new URL(`./bundles/${name}.v1.json`, import.meta.url), 'utf8');
  const { workflows } = JSON.parse(text) as {
    workflows: { key: string; metadata: { description: string }; draft: { definition: { steps: unknown } } }[];
  };

  test('is canonical to the byte', () => {
    expect(text).toBe(canonicalJson(JSON.parse(text)));
  });

  test('says in a sentence what each workflow does, and every step that can have a name has one', () => {
    for (const { metadata } of workflows) expect(metadata.description).toMatch(/^[A-Z].{20,}\.$/);
    expect(unnamedSteps(workflows)).toEqual([]);
  });

  test('is imported without a warning, and its drafts can be published', async () => {
    const { platform, tenant, publisher } = world.runtime;
    const { createdPublishedVersions, warnings } = await world.load(readDemoBundle(name));
    expect(warnings).toEqual([]);
    expect(createdPublishedVersions).toHaveLength(workflows.length);

    for (const { key } of workflows) {
      const published = await platform.db.withTenant(tenant, (tx) =>
        publishWorkflow(tx, buildWriter({ actor: publisher }), platform.registry, {
          workflowId: key,
          version: 'draft',
          mayChangeSystem: false,
        }),
      );
      expect(published.errors).toEqual([]);
      expect(published.warnings.map(({ code }) => code)).toEqual(meantWarnings[key] ?? []);
    }
  });
});

/** Control steps have no name of their own. */
function unnamedSteps(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(unnamedSteps);
  const isStep = 'type' in value && 'config' in value;
  return isStep && !('name' in value) ? [value, ...inside] : inside;
}
