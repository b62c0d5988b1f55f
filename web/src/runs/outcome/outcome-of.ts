import type { StepInfo } from '../../steps/step-tree.ts';
import type { Invocation, StepRow } from '../run-types.ts';

/** What a step did, as a sentence with places: bold for what people named, code for what is written. */
export interface Outcome {
  sentence: OutcomeSentence;
  bold?: Record<string, string>;
  code?: Record<string, string>;
  numbers?: { count?: number; atOnce?: number; failed?: number };
  /** Words that are translated themselves. */
  words?: { answer?: 'true' | 'false'; way?: 'then' | 'else'; relation?: string; event?: string; until?: string };
}

export type OutcomeSentence =
  | 'decided'
  | 'items'
  | 'itemsAtOnce'
  | 'itemsFailed'
  | 'caught'
  | 'nothingToCatch'
  | 'startedRun'
  | 'state'
  | 'eventCame'
  | 'waitedUntil'
  | 'endedHere'
  | 'entrySet'
  | 'entryFound'
  | 'entryMissing'
  | 'counted'
  | 'entryDeleted'
  | 'entriesFound'
  | 'linked'
  | 'linkedBefore'
  | 'linksFound'
  | 'linksDeleted'
  | 'taskCreated'
  | 'taskChanged'
  | 'nothingDiffered'
  | 'found'
  | 'foundNothing'
  | 'tasksFound';

/** Names of records that are known on the page, by `type id`. */
export type RecordNames = ReadonlyMap<string, string>;

type Json = Record<string, unknown>;

/** Null where nothing more is known than that it was done. */
export function outcomeOf(
  step: StepInfo,
  row: Pick<StepRow, 'result'>,
  call: Pick<Invocation, 'input' | 'output'> | undefined,
  names: RecordNames,
): Outcome | null {
  const result = objectOf(row.result);
  if (step.actionId !== null) {
    return actions[step.actionId]?.(objectOf(call?.input), objectOf(call?.output), names) ?? null;
  }
  return nodes[step.type]?.(result, step.source) ?? null;
}

const nodes: Record<string, (result: Json, source: Json) => Outcome | null> = {
  'control.if': ({ condition }, source) => {
    const expression = expressionOf(source.condition);
    if (typeof condition !== 'boolean' || expression === null) return null;
    const words = condition ? ({ answer: 'true', way: 'then' } as const) : ({ answer: 'false', way: 'else' } as const);
    return { sentence: 'decided', code: { condition: expression }, words };
  },
  'control.forEach': ({ items, failed }, { concurrency }) => {
    if (typeof items !== 'number') return null;
    if (typeof failed === 'number' && failed > 0) return { sentence: 'itemsFailed', numbers: { count: items, failed } };
    const atOnce = typeof concurrency === 'number' ? concurrency : 1;
    return items < 2
      ? { sentence: 'items', numbers: { count: items } }
      : { sentence: 'itemsAtOnce', numbers: { count: items, atOnce } };
  },
  'control.tryCatch': ({ caught, code }) => {
    if (caught === true && typeof code === 'string') return { sentence: 'caught', code: { code } };
    return caught === false ? { sentence: 'nothingToCatch' } : null;
  },
  'control.callWorkflow': ({ childRunId }) =>
    typeof childRunId === 'string' ? { sentence: 'startedRun', code: { run: childRunId.slice(-6) } } : null,
  'control.return': () => ({ sentence: 'endedHere' }),
  'state.set': ({ state }) => (typeof state === 'string' ? { sentence: 'state', bold: { state } } : null),
  'event.wait': ({ eventName }) =>
    typeof eventName === 'string' ? { sentence: 'eventCame', words: { event: eventName } } : null,
  'time.wait': ({ dueAt }) => (typeof dueAt === 'string' ? { sentence: 'waitedUntil', words: { until: dueAt } } : null),
};

const actions: Record<string, (input: Json, output: Json, names: RecordNames) => Outcome | null> = {
  'store.set': (input, { revision }) => (typeof revision === 'number' ? onEntry('entrySet', input) : null),
  'store.get': (input, { found, value }) => {
    if (typeof found !== 'boolean') return null;
    return found ? onEntry('entryFound', input, { value: shortJson(value) }) : onEntry('entryMissing', input);
  },
  'store.increment': (input, { value }) =>
    typeof value === 'number' ? onEntry('counted', input, { value: String(value) }) : null,
  'store.delete': (input, { deleted }) => {
    if (typeof deleted !== 'boolean') return null;
    return onEntry(deleted ? 'entryDeleted' : 'entryMissing', input);
  },
  'store.list': (_, { items }) => countOf('entriesFound', items),
  'links.upsert': ({ from, to, relation }, { created }, names) => {
    if (typeof created !== 'boolean') return null;
    return {
      sentence: created ? 'linked' : 'linkedBefore',
      bold: { from: nameOf(from, names), to: nameOf(to, names) },
      words: { relation: typeof relation === 'string' ? relation : 'related' },
    };
  },
  'links.lookup': (_, { matches }) => countOf('linksFound', matches),
  'links.list': (_, { items }) => countOf('linksFound', items),
  'links.delete': (_, { deleted_count: count }) =>
    typeof count === 'number' ? { sentence: 'linksDeleted', numbers: { count } } : null,
  'projects.create_task': ({ title }, { task_id: id }) =>
    typeof title === 'string' && typeof id === 'string' ? { sentence: 'taskCreated', bold: { name: title } } : null,
  'projects.update_task': (_, { task, no_op: none }) => {
    if (none === true) return { sentence: 'nothingDiffered' };
    const name = titleOf(task);
    return name === null ? null : { sentence: 'taskChanged', bold: { name } };
  },
  'projects.find': (_, output) => foundOf(output, 'project'),
  'projects.find_task': (_, output) => foundOf(output, 'task'),
  'projects.search_tasks': (_, { total }) =>
    typeof total === 'number' ? { sentence: 'tasksFound', numbers: { count: total } } : null,
};

function onEntry(
  sentence: OutcomeSentence,
  { namespace, key }: Json,
  more: Record<string, string> = {},
): Outcome | null {
  if (typeof namespace !== 'string' || typeof key !== 'string') return null;
  return { sentence, code: { entry: `${namespace} / ${key}`, ...more } };
}

function countOf(sentence: OutcomeSentence, list: unknown): Outcome | null {
  return Array.isArray(list) ? { sentence, numbers: { count: list.length } } : null;
}

function foundOf(output: Json, member: string): Outcome | null {
  if (!(member in output)) return null;
  const name = titleOf(output[member]);
  return name === null ? { sentence: 'foundNothing' } : { sentence: 'found', bold: { name } };
}

function titleOf(record: unknown): string | null {
  const { name, title, task_name: taskName, project_name: projectName } = objectOf(record);
  const found = [name, title, taskName, projectName].find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : null;
}

/** What people call a record, else its type and the end of its id. */
function nameOf(ref: unknown, names: RecordNames): string {
  const { type, id } = objectOf(ref);
  if (typeof type !== 'string' || typeof id !== 'string') return '';
  return names.get(`${type} ${id}`) ?? `${type} ${id.length > 12 ? id.slice(-6) : id}`;
}

function expressionOf(value: unknown): string | null {
  const { $expr } = objectOf(value);
  return typeof $expr === 'string' ? $expr : null;
}

const LONGEST_VALUE = 60;

function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
