import type { Step, WorkflowDefinition } from '@penstock/server/language';
import type { ActionEntry, Catalog, NodeEntry } from '../store/catalog.ts';
import { toCatalog } from '../store/catalog.ts';

/** A workflow with every kind of block, three deep: what the designer's own pictures and tests are made from. */
export const mirrorDefinition: WorkflowDefinition = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 1,
  name: 'Project task mirror',
  payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
  trigger: { type: 'event', eventName: 'PROJECT_TASK_CREATED' },
  steps: [
    {
      id: 'read-settings',
      type: 'action.call',
      name: 'Read mirror settings',
      config: {
        actionId: 'store.get',
        version: 1,
        inputMapping: { namespace: 'mirror-config', key: { $expr: 'payload.projectId' } },
        saveAs: 'vars.config',
      },
    },
    {
      id: 'is-mirrored',
      type: 'control.if',
      condition: { $expr: 'vars.config.found' },
      then: [
        {
          id: 'each-target',
          type: 'control.forEach',
          items: { $expr: 'vars.config.value.targets' },
          itemVar: 'target',
          concurrency: 1,
          onItemError: 'continue',
          body: [
            {
              id: 'create-or-note',
              type: 'control.tryCatch',
              captureErrorAs: 'err',
              try: [
                {
                  id: 'create-copy',
                  type: 'action.call',
                  name: 'Create task in target project',
                  config: {
                    actionId: 'projects.create_task',
                    version: 1,
                    inputMapping: {
                      project_id: { $expr: 'vars.target.projectId' },
                      title: { $expr: 'payload.title' },
                    },
                    saveAs: 'vars.copy',
                  },
                },
                {
                  id: 'link-copy',
                  type: 'action.call',
                  name: 'Link original and copy',
                  config: {
                    actionId: 'links.upsert',
                    version: 1,
                    inputMapping: {
                      namespace: 'project-task-mirror',
                      from: { type: 'project_task', id: { $expr: 'payload.taskId' } },
                      to: { type: 'project_task', id: { $expr: 'vars.copy.task_id' } },
                      relation: 'mirrors',
                    },
                    saveAs: 'vars.link',
                  },
                },
              ],
              catch: [
                { id: 'note-failure', type: 'state.set', name: 'Note the failure', config: { state: 'COPY_FAILED' } },
              ],
            },
          ],
        },
      ],
      else: [{ id: 'not-mirrored', type: 'state.set', config: { state: 'NOT_MIRRORED' } }],
    },
    {
      id: 'remember',
      type: 'action.call',
      name: 'Remember the last task seen',
      config: {
        actionId: 'store.set',
        version: 1,
        inputMapping: {
          namespace: 'sync-cursor',
          key: { $expr: 'payload.projectId' },
          value: { $expr: 'payload.occurredAt' },
        },
        saveAs: 'vars.cursor',
      },
    },
  ],
};

/** As many steps as are asked for, a block of three branches in each ten, `depth` deep. */
export function largeDefinition(count: number, depth = 3): WorkflowDefinition {
  let made = 0;
  const id = (prefix: string) => `${prefix}-${++made}`;
  const state = (): Step => ({ id: id('note'), type: 'state.set', config: { state: 'SEEN' } });
  const block = (level: number): Step => {
    const inner = (): Step[] => (level > 1 ? [state(), block(level - 1), state()] : [state(), state()]);
    return {
      id: id('check'),
      type: 'control.if',
      condition: { $expr: 'payload.projectId = "a"' },
      then: inner(),
      else: [state()],
    };
  };
  const steps: Step[] = [];
  while (made < count) steps.push(state(), state(), block(depth));
  return { ...mirrorDefinition, name: 'A large workflow', steps };
}

const labels = { labelKey: '', descriptionKey: '' };

function action(id: string, effect: ActionEntry['effect'] = 'transactional'): ActionEntry {
  return {
    id,
    version: 1,
    group: id.split('.')[0] ?? '',
    icon: 'box',
    permission: null,
    effect,
    keyField: null,
    inputSchema: { type: 'object', properties: {} },
    outputSchema: { type: 'object', properties: {} },
    errors: [],
    retryHint: null,
    editor: {},
    examples: [],
    groupLabelKey: '',
    ...labels,
  };
}

function node(type: string, family: NodeEntry['family'], ...slots: string[]): NodeEntry {
  const named = slots.map((name) => ({ name, optional: name === 'else' }));
  return { type, family, isSupported: true, slots: named, configSchema: null, ...labels };
}

/** Some of everything that steps can be made of. */
export function sampleCatalog(): Catalog {
  const groups = [
    { group: 'store', labelKey: '', actions: [action('store.get', 'pure'), action('store.set')] },
    { group: 'links', labelKey: '', actions: [action('links.lookup', 'pure'), action('links.upsert')] },
    { group: 'projects', labelKey: '', actions: [action('projects.create_task', 'keyed')] },
  ];
  const nodes = [
    node('control.if', 'flow', 'then', 'else'),
    node('control.forEach', 'flow', 'body'),
    node('control.tryCatch', 'flow', 'try', 'catch'),
    node('control.return', 'flow'),
    node('action.call', 'action'),
    node('state.set', 'values'),
    node('transform.assign', 'values'),
    node('time.wait', 'time'),
  ];
  return toCatalog({ payloads: [], groups, nodes }, []);
}
