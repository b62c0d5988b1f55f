import type { JsonObject } from '../kernel/json.ts';

/** Short ways to write the steps of a definition. */
export function assign(id: string, values: Record<string, string>): JsonObject {
  return { id, type: 'transform.assign', config: { assign: expressions(values) } };
}

export function call(id: string, actionId: string, inputMapping: JsonObject = {}, more: JsonObject = {}): JsonObject {
  const { retry, onError, ...config } = more;
  return {
    id,
    type: 'action.call',
    config: { actionId, version: 1, inputMapping, saveAs: `vars.${id}`, ...config },
    ...(retry !== undefined && { retry }),
    ...(onError !== undefined && { onError }),
  };
}

/** One more in the store's namespace `counts`. */
export function increment(id: string, key: string): JsonObject {
  return call(id, 'store.increment', { namespace: 'counts', key });
}

/** Waits for TASK_SEEN of the task that the payload names. */
export function eventWait(id: string, { assign: assigned, ...config }: JsonObject = {}): JsonObject {
  return {
    id,
    type: 'event.wait',
    config: {
      eventName: 'TASK_SEEN',
      correlationKey: { $expr: 'payload.taskId' },
      ...config,
      ...(assigned !== undefined && { assign: expressions(assigned as Record<string, string>) }),
    },
  };
}

function expressions(values: Record<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([path, text]) => [path, { $expr: text }]));
}
