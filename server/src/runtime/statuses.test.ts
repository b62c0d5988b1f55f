import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCancelable, isClaimable, isFinal, RunStatuses, runStatesDiagram } from './statuses.ts';

test('the diagram in the documents shows exactly the transitions that the runtime makes', () => {
  const page = readFileSync(new URL('../../../docs/run-states.md', import.meta.url), 'utf8');

  expect(page).toContain(`\`\`\`mermaid\n${runStatesDiagram()}\n\`\`\``);
});

test('a run is over when it succeeded, failed or was cancelled, and only then', () => {
  expect(RunStatuses.filter(isFinal)).toEqual(['SUCCEEDED', 'FAILED', 'CANCELED']);
});

test('every run that is not over can be cancelled', () => {
  expect(RunStatuses.filter((status) => isCancelable(status) === isFinal(status))).toEqual([]);
});

test('a worker takes running runs only', () => {
  expect(RunStatuses.filter(isClaimable)).toEqual(['RUNNING']);
});
