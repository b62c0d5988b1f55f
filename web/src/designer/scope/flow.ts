import { parseSaveAs, slotsOfType } from '@penstock/server/language';
import { type DesignDocument, type PipeKey, pipeKey, type StepKey, stepsIn } from '../model/document.ts';
import { errorSchema, itemErrorsSchema, loopSchemas } from './known-schemas.ts';
import { type Path, parsePath } from './paths.ts';
import { itemsOf } from './schema-reading.ts';
import { type Doubt, type Scope, schemaOfText, type Variable } from './scope.ts';
import type { ScopeSources } from './sources.ts';
import { afterStep, objectOf } from './step-writes.ts';
import { inDoubt, joined, type Way, type Written, withoutVariable, withVariable } from './written.ts';

/** What surrounds a place: names that are not written by steps. */
export interface Around {
  readonly document: DesignDocument;
  readonly sources: ScopeSources;
  /** The innermost first. */
  readonly fixed: readonly Variable[];
}

export interface Flow {
  readonly written: Written;
  /** Every way through it ends the run. */
  readonly ends: boolean;
}

export function scopeOf(around: Around, written: Written): Scope {
  return { variables: [...around.fixed, ...written.values()] };
}

/** What is there after the steps of a pipe, up to one of them. */
export function throughPipe(around: Around, pipe: PipeKey, before: Written, until?: StepKey): Flow {
  let flow: Flow = { written: before, ends: false };
  for (const key of stepsIn(around.document, pipe)) {
    if (key === until) return flow;
    const after = throughStep(around, key, flow.written);
    flow = { written: after.written, ends: flow.ends || after.ends };
  }
  return flow;
}

function throughStep(around: Around, key: StepKey, before: Written): Flow {
  const body = around.document.steps[key];
  if (body === undefined) return { written: before, ends: false };
  switch (body.type) {
    case 'control.return':
      return { written: before, ends: true };
    case 'control.if':
      return throughIf(around, key, before);
    case 'control.forEach':
      return throughLoop(around, key, before);
    case 'control.tryCatch':
      return throughTry(around, key, before);
    default: {
      if (slotsOfType(body.type).length > 0) return throughBlock(around, key, body.type, before);
      const scope = (written: Written) => scopeOf(callAround(around, body.type), written);
      return { written: afterStep(before, { key, body, sources: around.sources, scopeOf: scope }), ends: false };
    }
  }
}

/** The mapping of a workflow's output reads the child as well. */
function callAround(around: Around, type: string): Around {
  return type === 'control.callWorkflow' ? { ...around, fixed: [...childVariables(), ...around.fixed] } : around;
}

function throughIf(around: Around, key: StepKey, before: Written): Flow {
  return meet([
    wayInto(around, key, 'then', before, { step: key, when: 'then' }),
    wayInto(around, key, 'else', before, { step: key, when: 'else' }),
  ]);
}

function throughBlock(around: Around, key: StepKey, type: string, before: Written): Flow {
  const doubt: Doubt = { step: key, when: 'branch' };
  const ways = slotsOfType(type).map(({ name }) => wayInto(around, key, name, before, doubt));
  return meet([...ways, { flow: { written: before, ends: false }, doubt }]);
}

function throughLoop(around: Around, key: StepKey, before: Written): Flow {
  const body = around.document.steps[key];
  const itemPath: Path = ['vars', String(body?.itemVar)];
  const inside = throughPipe(insideLoop(around, key, before), pipeKey(key, 'body'), before);
  const done = { written: withoutVariable(inside.written, itemPath), ends: inside.ends };
  const items: Doubt = { step: key, when: 'items' };
  const { written } = meet([
    { flow: done, doubt: items },
    { flow: { written: before, ends: false }, doubt: items },
  ]);
  if (body?.onItemError !== 'continue') return { written, ends: false };
  const errors: Variable = {
    kind: 'steps',
    path: ['vars', body.id, 'errors'],
    schema: itemErrorsSchema,
    madeBy: key,
    doubt: { step: key, when: 'failed' },
  };
  return { written: withVariable(written, errors), ends: false };
}

function throughTry(around: Around, key: StepKey, before: Written): Flow {
  const tried = throughPipe(around, pipeKey(key, 'try'), before);
  const caught = throughPipe(insideCatch(around, key), pipeKey(key, 'catch'), beforeCatch(around, key, before));
  return meet([
    { flow: tried, doubt: { step: key, when: 'try' } },
    { flow: caught, doubt: { step: key, when: 'catch' } },
  ]);
}

/** A failure may come after any step of `try`, so what they write may be there. */
function beforeCatch(around: Around, key: StepKey, before: Written): Written {
  const tried = throughPipe(around, pipeKey(key, 'try'), before);
  const written = inDoubt(
    joined([wayOf(tried, key), { written: before, doubt: tryDoubt(key) }]),
    before,
    tryDoubt(key),
  );
  const name = around.document.steps[key]?.captureErrorAs;
  const path = typeof name === 'string' ? savedPath(name) : null;
  if (path === null) return written;
  return withVariable(written, { kind: 'steps', path, schema: errorSchema, madeBy: key, doubt: null });
}

const tryDoubt = (key: StepKey): Doubt => ({ step: key, when: 'try' });
const wayOf = ({ written }: Flow, key: StepKey): Way => ({ written, doubt: tryDoubt(key) });

interface FlowWay {
  readonly flow: Flow;
  readonly doubt: Doubt;
}

function wayInto(around: Around, key: StepKey, slot: string, before: Written, doubt: Doubt): FlowWay {
  return { flow: throughPipe(around, pipeKey(key, slot), before), doubt };
}

/** Ways that end the run do not lead on. */
function meet(ways: readonly FlowWay[]): Flow {
  const open = ways.filter(({ flow }) => !flow.ends);
  const through = (open.length === 0 ? ways : open).map(({ flow, doubt }) => ({ written: flow.written, doubt }));
  return { written: joined(through), ends: open.length === 0 };
}

/** What a step's pipe begins with, and the names that are seen inside. */
export function entering(around: Around, key: StepKey, slot: string, before: Written): [Around, Written] {
  const type = around.document.steps[key]?.type;
  if (type === 'control.forEach') {
    const inside = insideLoop(around, key, before);
    const round = throughPipe(inside, pipeKey(key, slot), before).written;
    const earlier: Doubt = { step: key, when: 'earlierRound' };
    return [
      inside,
      inDoubt(
        joined([
          { written: round, doubt: earlier },
          { written: before, doubt: earlier },
        ]),
        before,
        earlier,
      ),
    ];
  }
  if (type === 'control.tryCatch' && slot === 'catch')
    return [insideCatch(around, key), beforeCatch(around, key, before)];
  return [around, before];
}

function insideLoop(around: Around, key: StepKey, before: Written): Around {
  const body = around.document.steps[key];
  const text = objectOf(body?.items).$expr;
  const list = typeof text === 'string' ? schemaOfText(text, scopeOf(around, before), parsePath) : null;
  const item = loopVariable(key, String(body?.itemVar), itemsOf(list));
  const names = Object.entries(loopSchemas).map(([name, schema]) => loopVariable(key, name, schema));
  const hidden = new Set([item, ...names].map(({ path }) => path[0]));
  const outer = around.fixed.filter(({ kind, path }) => kind !== 'loop' || !hidden.has(path[0]));
  return { ...around, fixed: [item, ...names.filter(({ path }) => path[0] !== item.path[0]), ...outer] };
}

function loopVariable(key: StepKey, name: string, schema: Variable['schema']): Variable {
  return { kind: 'loop', path: [name], schema, madeBy: key, doubt: null };
}

function insideCatch(around: Around, key: StepKey): Around {
  const error: Variable = { kind: 'error', path: ['error'], schema: errorSchema, madeBy: key, doubt: null };
  return { ...around, fixed: [error, ...around.fixed.filter(({ kind }) => kind !== 'error')] };
}

export function childVariables(): Variable[] {
  const schemas = {
    payload: null,
    vars: null,
    status: { type: 'string' },
    runId: { type: 'string' },
    meta: null,
  } as const;
  return Object.entries(schemas).map(([name, schema]) => ({
    kind: 'childRun',
    path: ['childRun', name],
    schema,
    madeBy: null,
    doubt: null,
  }));
}

function savedPath(name: string): Path | null {
  try {
    return parseSaveAs(name);
  } catch {
    return null;
  }
}
