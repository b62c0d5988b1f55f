/** A piece of a sentence that the author wrote: an object by its name, code as it is written. */
export interface Part {
  readonly look: 'object' | 'code';
  readonly text: string;
}

/** What a step still needs before it can be published. */
export type Needed =
  | 'condition'
  | 'items'
  | 'workflow'
  | 'event'
  | 'eventKey'
  | 'duration'
  | 'instant'
  | 'state'
  | 'assignment'
  | 'title'
  | 'collection'
  | 'key'
  | 'record'
  | 'fromRecord'
  | 'toRecord'
  | 'relationship'
  | 'project'
  | 'task'
  | 'idOrName'
  | 'searchText';

export interface Missing {
  readonly needed: Needed;
}

export type SentenceKey =
  | 'if'
  | 'forEach'
  | 'forEachAtOnce'
  | 'tryCatch'
  | 'tryCatchKept'
  | 'callWorkflow'
  | 'return'
  | 'eventWait'
  | 'eventWaitAtMost'
  | 'timeWaitFor'
  | 'timeWaitUntil'
  | 'humanTask'
  | 'humanTaskAtMost'
  | 'stateSet'
  | 'assign'
  | 'assignMore'
  | 'storeGet'
  | 'storeSet'
  | 'storeSetTo'
  | 'storeDelete'
  | 'storeIncrement'
  | 'storeList'
  | 'storeListPrefix'
  | 'storeListNamespaces'
  | 'linksUpsert'
  | 'linksLookupForward'
  | 'linksLookupReverse'
  | 'linksLookupEither'
  | 'linksDelete'
  | 'linksDeleteAll'
  | 'linksList'
  | 'linksListNamespaces'
  | 'createTask'
  | 'updateTask'
  | 'findTask'
  | 'findProject'
  | 'searchTasks';

export interface Sentence {
  readonly key: SentenceKey;
  readonly parts: Readonly<Record<string, Part>>;
  /** Chooses the plural form. */
  readonly count: number | undefined;
}

/** The sentence, or the first thing that it cannot do without. */
export function say(
  key: SentenceKey,
  parts: Readonly<Record<string, Part | Missing>> = {},
  count?: number,
): Sentence | Missing {
  const there: Record<string, Part> = {};
  for (const [name, part] of Object.entries(parts)) {
    if ('needed' in part) return part;
    there[name] = part;
  }
  return { key, parts: there, count };
}
