import type { Outputs } from '../api/trpc.ts';

export type Collection = Outputs['store']['collections']['items'][number];
export type Entry = Outputs['store']['get'];
export type ListedEntry = Outputs['store']['list']['items'][number];
export type EntryChange = Outputs['store']['history']['items'][number];
export type DataLink = Outputs['links']['list']['items'][number];
export type LinkChange = Outputs['links']['history']['items'][number];
export type RecordName = DataLink['fromName'];

/** Who made a change, with words for the ids. */
export type Origin = Pick<
  EntryChange,
  | 'actorId'
  | 'actorType'
  | 'source'
  | 'runId'
  | 'stepPath'
  | 'stepId'
  | 'iterationKey'
  | 'reason'
  | 'changedAt'
  | 'names'
>;

export interface RecordRef {
  type: string;
  id: string;
}
