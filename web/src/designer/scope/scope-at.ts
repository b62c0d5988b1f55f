import { ancestorsOf, type DesignDocument, ownerOf, placeOf, ROOT, type StepKey } from '../model/document.ts';
import { type Around, childVariables, entering, scopeOf, throughPipe } from './flow.ts';
import { eventSchemas, runSchemas } from './known-schemas.ts';
import { emptyScope, type Scope, ScopeKinds, type Variable } from './scope.ts';
import type { ScopeSources } from './sources.ts';
import { nothingWritten, type Written } from './written.ts';

/** What the expressions of a step can read; of the trigger: what its mapping reads. */
export function scopeAt(document: DesignDocument, place: StepKey | 'trigger', sources: ScopeSources): Scope {
  if (place === 'trigger') return triggerScope(document, sources);
  if (placeOf(document, place) === undefined) return emptyScope;
  const ways = [...ancestorsOf(document, place).toReversed(), place];
  let around: Around = { document, sources, fixed: beginning(document, sources) };
  let written: Written = nothingWritten;
  for (const key of ways) {
    const pipe = placeOf(document, key)?.pipe ?? ROOT;
    const owner = ownerOf(pipe);
    if (owner !== null) [around, written] = entering(around, owner.step, owner.slot, written);
    written = throughPipe(around, pipe, written, key).written;
  }
  return ordered(scopeOf(around, written));
}

/** What `outputMapping` of a call reads: the child run, and everything that the step reads. */
export function withChildRun(scope: Scope): Scope {
  return { variables: [...childVariables(), ...scope.variables] };
}

function beginning(document: DesignDocument, sources: ScopeSources): Variable[] {
  const meta = Object.entries(runSchemas).map(([name, schema]) => fixed('meta', ['meta', name], schema));
  return [fixed('payload', ['payload'], sources.payload(document.head.payloadSchemaRef)), ...meta];
}

function triggerScope({ head }: DesignDocument, sources: ScopeSources): Scope {
  const { trigger } = head;
  if (trigger?.type !== 'event') return emptyScope;
  const { sourcePayloadSchemaRef: override, eventName } = trigger;
  const payload = override === undefined ? sources.eventPayload(eventName) : sources.payload(override);
  const variables = Object.entries(eventSchemas(payload)).map(([name, schema]) =>
    fixed('event', ['event', name], schema),
  );
  return { variables };
}

function fixed(kind: Variable['kind'], path: Variable['path'], schema: Variable['schema']): Variable {
  return { kind, path, schema, madeBy: null, doubt: null };
}

/** By source; inside a source as the steps stand. */
function ordered({ variables }: Scope): Scope {
  return { variables: ScopeKinds.flatMap((kind) => variables.filter((variable) => variable.kind === kind)) };
}
