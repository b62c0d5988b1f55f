import { type Json, type JsonObject, parseAssignPath, parseSaveAs } from '@penstock/server/language';
import type { StepBody, StepKey } from '../model/document.ts';
import { eventNameSchema, stateSchema, timeWaitSchema } from './known-schemas.ts';
import { type Path, parsePath } from './paths.ts';
import type { Schema } from './schema-reading.ts';
import { type Doubt, type Scope, schemaOfText, type Variable } from './scope.ts';
import type { ScopeSources } from './sources.ts';
import { type Written, withVariable } from './written.ts';

interface Writing {
  readonly key: StepKey;
  readonly body: StepBody;
  readonly sources: ScopeSources;
  /** What the step itself can read, given what it has written already. */
  scopeOf(written: Written): Scope;
}

/** What is there once a step without pipes is done. */
export function afterStep(before: Written, writing: Writing): Written {
  const { body, key, sources } = writing;
  const config = objectOf(body.config);
  const doubt: Doubt | null = mayGoOn(body, config) ? { step: key, when: 'succeeded' } : null;
  const add = (written: Written, path: Path | null, schema: Schema | null) =>
    path === null ? written : withVariable(written, { kind: kindOf(path), path, schema, madeBy: key, doubt });
  switch (body.type) {
    case 'action.call': {
      const output = sources.actionOutput(String(config.actionId), Number(config.version));
      return typeof config.saveAs === 'string' ? add(before, pathOf(config.saveAs, parseSaveAs), output) : before;
    }
    case 'event.wait': {
      const event = add(before, ['vars', 'event'], sources.eventPayload(String(config.eventName)));
      return assigned(add(event, ['vars', 'eventName'], eventNameSchema), config.assign, writing, add);
    }
    case 'human.task':
      return assigned(add(before, ['vars', 'event'], null), config.assign, writing, add);
    case 'time.wait':
      return assigned(add(before, ['vars', 'timeWait'], timeWaitSchema), config.assign, writing, add);
    case 'state.set':
      return add(before, ['meta', 'state'], stateSchema);
    case 'control.callWorkflow':
      return assigned(before, body.outputMapping, writing, add);
    default:
      return assigned(before, config.assign, writing, add);
  }
}

type Add = (written: Written, path: Path | null, schema: Schema | null) => Written;

/** In the order of the members: each sees the ones before it. */
function assigned(before: Written, assignments: Json | undefined, writing: Writing, add: Add): Written {
  return Object.entries(objectOf(assignments)).reduce((written, [target, value]) => {
    const text = objectOf(value).$expr;
    const schema = typeof text === 'string' ? schemaOfText(text, writing.scopeOf(written), parsePath) : null;
    return add(written, pathOf(target, parseAssignPath), schema);
  }, before);
}

function mayGoOn(body: StepBody, config: JsonObject): boolean {
  return objectOf(body.onError ?? config.onError).policy === 'continue';
}

function pathOf(text: string, parse: (text: string) => string[]): Path | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

export function kindOf(path: Path): Variable['kind'] {
  return path[0] === 'meta' ? 'meta' : path[0] === 'payload' ? 'payload' : 'steps';
}

export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
