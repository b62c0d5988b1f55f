import { readFileSync } from 'node:fs';

/** The bundle that keeps tasks of one project mirrored in others, as it would come from a file. */
export function readMirrorBundle(): unknown {
  return JSON.parse(readFileSync(new URL('./bundles/project-task-mirror.v1.json', import.meta.url), 'utf8'));
}

/** Key = id of a project, value = id of the project that gets its mirrors, or a list of such ids. */
export const MIRROR_TARGETS_NAMESPACE = 'project-task-mirror-targets';
