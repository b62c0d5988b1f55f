import type { Outputs } from '../api/trpc.ts';

export type Run = Outputs['runs']['list']['items'][number];
export type RunDetails = Outputs['runs']['get'];
export type StepRow = Outputs['runs']['steps']['items'][number];
export type Wait = Outputs['runs']['waits']['items'][number];
export type Invocation = Outputs['runs']['invocations']['items'][number];
export type Snapshot = Outputs['runs']['snapshots']['items'][number];
export type LogLine = Outputs['runs']['logs']['items'][number];
export type RunChanges = Outputs['runs']['changes'];

const ended = new Set(['SUCCEEDED', 'FAILED', 'CANCELED']);

export function isOver(status: string): boolean {
  return ended.has(status);
}

/** The last part tells runs apart: the front of our ids is the time. */
export function shortId(id: string): string {
  return id.slice(-6);
}
