import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { compileExpression } from '../expressions/compile-expression.ts';
import { configIssues, nodeTypes } from '../nodes/catalogue.ts';
import { mappingLeaves } from '../validation/mapping-leaves.ts';
import type { WorkflowDefinition } from './definition.schema.ts';
import { parseDefinition } from './parse-definition.ts';
import type { NodeStep } from './step.schema.ts';
import { walkSteps } from './walk-steps.ts';

// Real workflows of the field, kept beside the repository and not in it.
const folder = new URL('../../../../../shared/compat/', import.meta.url);
const isThere = existsSync(folder);
const name = `real workflows parse, come back unchanged, and their configs and expressions hold${isThere ? '' : ' (skipped: no ../shared/compat here)'}`;

test.skipIf(!isThere)(name, () => {
  const files = [...readdirSync(folder), ...readdirSync(new URL('bundles/', folder)).map((file) => `bundles/${file}`)];
  const definitions = files.filter((file) => file.endsWith('.json')).flatMap((file) => definitionsIn(file));

  for (const [file, definition] of definitions) {
    const parsed = parseDefinition(definition);
    expect(parsed, file).toEqual(definition);
    for (const { step, path } of walkSteps(parsed)) {
      const node = nodeTypes.get(step.type);
      if (node !== undefined)
        expect(configIssues(node, (step as NodeStep).config ?? {}), `${file} ${path}`).toEqual([]);
    }
    for (const leaf of mappingLeaves(definition as unknown as Json, '')) {
      if (leaf.kind === 'expression')
        expect(() => compileExpression(leaf.source), `${file} ${leaf.pointer}`).not.toThrow();
    }
  }
  expect(definitions.length).toBeGreaterThan(150);
});

function definitionsIn(file: string): [string, WorkflowDefinition][] {
  const content: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  if (!isJsonObject(content)) return [];
  if (Array.isArray(content.steps)) return [[file, content as WorkflowDefinition]];
  if (!Array.isArray(content.workflows)) return [];
  const workflows = content.workflows as unknown as { draft: Version; publishedVersions: Version[] }[];
  return workflows.flatMap(({ draft, publishedVersions }) =>
    [draft, ...publishedVersions].map(({ definition }): [string, WorkflowDefinition] => [file, definition]),
  );
}

interface Version {
  definition: WorkflowDefinition;
}
