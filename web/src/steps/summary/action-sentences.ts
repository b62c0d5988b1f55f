import { type Missing, type Sentence, say } from './sentence.ts';
import { object, type StepReader } from './step-reader.ts';

type Describe = (input: StepReader) => Sentence | Missing;

/** What a call of each action does, in words; it reads the inputs. An action without a sentence is described by its label. */
export const actionSentences: Readonly<Record<string, Describe>> = {
  'store.get': (input) => say('storeGet', entry(input)),
  'store.set'(input) {
    const value = input.part('value');
    return value === null ? say('storeSet', entry(input)) : say('storeSetTo', { ...entry(input), value });
  },
  'store.delete': (input) => say('storeDelete', entry(input)),
  'store.increment': (input) => say('storeIncrement', { ...entry(input), by: input.part('by') ?? object('1') }),
  'store.list'(input) {
    const prefix = input.part('prefix');
    return prefix === null
      ? say('storeList', collection(input))
      : say('storeListPrefix', { ...collection(input), prefix });
  },
  'store.list_namespaces': () => say('storeListNamespaces'),
  'links.upsert': (input) =>
    say('linksUpsert', {
      ...collection(input),
      from: record(input, 'from', 'fromRecord'),
      to: record(input, 'to', 'toRecord'),
      relation: input.mustToken('relationship', 'relation', 'relation'),
    }),
  'links.lookup': lookup,
  'links.delete'(input) {
    const from = record(input, 'from', 'fromRecord');
    if (input.raw('to') === undefined) return say('linksDeleteAll', { ...collection(input), from });
    return say('linksDelete', { ...collection(input), from, to: record(input, 'to', 'toRecord') });
  },
  'links.list': (input) => say('linksList', collection(input)),
  'links.list_namespaces': () => say('linksListNamespaces'),
  'projects.create_task': (input) =>
    say('createTask', { title: input.must('title', 'title'), project: input.must('project', 'project_id') }),
  'projects.update_task': (input) => say('updateTask', { task: input.must('task', 'task_id') }),
  'projects.find_task': (input) => say('findTask', { task: input.part('task_id') ?? input.must('idOrName', 'name') }),
  'projects.find': (input) =>
    say('findProject', { project: input.part('project_id') ?? input.must('idOrName', 'name') }),
  'projects.search_tasks': (input) => say('searchTasks', { query: input.must('searchText', 'query') }),
};

function collection(input: StepReader) {
  return { namespace: input.must('collection', 'namespace') };
}

function entry(input: StepReader) {
  return { ...collection(input), key: input.must('key', 'key') };
}

function lookup(input: StepReader): Sentence | Missing {
  const parts = { ...collection(input), id: input.must('record', 'from', 'id') };
  const direction = input.raw('direction');
  if (direction === 'reverse') return say('linksLookupReverse', parts);
  return say(direction === 'either' ? 'linksLookupEither' : 'linksLookupForward', parts);
}

/** A record by the word of its type: its id is an expression nearly always, and long. */
function record(input: StepReader, side: 'from' | 'to', needed: 'fromRecord' | 'toRecord') {
  const id = input.must(needed, side, 'id');
  return 'needed' in id ? id : input.mustToken(needed, 'recordType', side, 'type');
}
