import { readFileSync } from 'node:fs';

/** Files of `bundles/`, in the order in which they are loaded. */
export const DemoBundles = [
  'project-task-mirror',
  'project-kick-off',
  'task-counter',
  'client-wait',
  'invoice-chasing',
  'task-digest',
] as const;
export type DemoBundle = (typeof DemoBundles)[number];

/** A bundle of the demo as it would come from a file. */
export function readDemoBundle(name: DemoBundle): unknown {
  return JSON.parse(readFileSync(new URL(`./bundles/${name}.v1.json`, import.meta.url), 'utf8'));
}

/** Key = id of a project, value = id of the project that gets its mirrors, or a list of such ids. */
export const MIRROR_TARGETS_NAMESPACE = 'project-task-mirror-targets';
