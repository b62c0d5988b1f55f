import type { Json, JsonObject } from '../kernel/json.ts';
import type {
  Command,
  CommandOf,
  Occurrence,
  OutstandingCommand,
  StepAddress,
  StepRecord,
} from '../language/interpreter/types.ts';
import { outstandingFor, outstandingOf } from '../language/interpreter/views.ts';
import type { LedgerRow } from './effects/ledger.ts';
import type { HeldRun } from './held-run.ts';
import type { CallProgress, StateDocument } from './state-document.ts';
import type { WaitType } from './statuses.ts';
import type { WaitAnswer } from './waits/wait-answer.ts';

/** A wait that begins in this boundary; with an answer, one that begins and ends in it. */
export interface NewWait {
  token: string;
  address: StepAddress;
  type: WaitType;
  key: string | null;
  eventName: string | null;
  resumeMode: 'one' | 'all';
  dueAt: string | null;
  payload: JsonObject;
  answer: WaitAnswer | null;
}

export interface NewLog {
  level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  stepPath: string | null;
  code: string;
  params: JsonObject;
}

/**
 * A boundary in the making: where the run stands now and everything that has to be written with it. Nothing of it counts before the
 * commit; a replay throws it away and starts over from the committed document.
 */
export interface BoundaryDraft {
  document: StateDocument;
  now: Date;
  startedAtMs: number;
  steps: Map<string, StepRecord>;
  ledger: Map<string, LedgerRow>;
  waits: NewWait[];
  logs: NewLog[];
  /** Tokens whose branch is gone. */
  abandoned: string[];
  /** Child calls that are to be started in this boundary. */
  children: CommandOf<'startChild'>[];
  /** Child runs whose caller's branch is gone. */
  droppedChildren: CommandOf<'startChild'>[];
  /** Wait rows whose answers this boundary takes over. */
  consumedWaits: string[];
  /** Event waits that may be met by an earlier event and have not looked yet. */
  bufferedWaits: CommandOf<'wait'>[];
  finish: CommandOf<'finish'> | null;
  stepsDone: number;
  effectsDone: number;
}

export function newDraft(held: HeldRun, now: Date): BoundaryDraft {
  return {
    document: { ...held.document, calls: [...held.document.calls] },
    now,
    startedAtMs: performance.now(),
    steps: new Map(),
    ledger: new Map(),
    waits: [],
    logs: [],
    abandoned: [],
    children: [],
    droppedChildren: [],
    consumedWaits: [],
    bufferedWaits: [],
    finish: null,
    stepsDone: 0,
    effectsDone: 0,
  };
}

/** Takes over what the interpreter asked for. `before` is the state that it was asked in: abandoned tokens are looked up there. */
export function takeCommands(
  draft: BoundaryDraft,
  commands: readonly Command[],
  before: StateDocument['interpreter'],
): void {
  for (const command of commands) takeCommand(draft, command, before);
}

function takeCommand(draft: BoundaryDraft, command: Command, before: StateDocument['interpreter']): void {
  switch (command.type) {
    case 'recordStep':
      draft.steps.set(stepKey(command.step), command.step);
      draft.stepsDone += 1;
      return;
    case 'log':
      draft.logs.push({
        level: command.level,
        stepPath: command.address.path,
        code: command.code,
        params: command.params,
      });
      return;
    case 'invoke':
      setCall(draft, { token: command.token, stage: 'new', attempt: 0, blockedTimes: 0 });
      return;
    case 'wait':
      takeWait(draft, command);
      return;
    case 'startChild':
      draft.children.push(command);
      return;
    case 'abandon':
      abandon(
        draft,
        command.token,
        outstandingOf(before).find(({ token }) => token === command.token),
      );
      return;
    case 'finish':
      draft.finish = command;
      return;
  }
}

function takeWait(draft: BoundaryDraft, command: CommandOf<'wait'>): void {
  if (command.wait.type === 'event' && command.wait.bufferMs > 0) draft.bufferedWaits.push(command);
  else draft.waits.push(toNewWait(command, null));
}

export function toNewWait({ token, address, attempt, wait }: CommandOf<'wait'>, answer: WaitAnswer | null): NewWait {
  const base = {
    token,
    address,
    type: wait.type,
    resumeMode: 'one' as const,
    dueAt: wait.dueAt,
    key: null,
    eventName: null,
    answer,
  };
  switch (wait.type) {
    case 'event': {
      const payload = { filters: wait.filters.map(filterJson), bufferMs: wait.bufferMs, attempt };
      return { ...base, key: wait.correlationKey, eventName: wait.eventName, resumeMode: wait.resume, payload };
    }
    case 'human': {
      const { taskType, title, description, contextData, formSchema } = wait;
      return {
        ...base,
        eventName: HUMAN_TASK_COMPLETED,
        payload: { taskType, title, description, contextData, formSchema },
      };
    }
    case 'time':
    case 'retry':
      return { ...base, payload: { attempt } };
  }
}

/** Event that answers a human task; its correlation key is the task's id. */
export const HUMAN_TASK_COMPLETED = 'HUMAN_TASK_COMPLETED';

function filterJson({ path, op, value }: { path: string; op: string; value?: Json }): JsonObject {
  return value === undefined ? { path, op } : { path, op, value };
}

function abandon(draft: BoundaryDraft, token: string, before: OutstandingCommand | undefined): void {
  draft.document.calls = draft.document.calls.filter((call) => call.token !== token);
  draft.waits = draft.waits.filter((wait) => wait.token !== token);
  draft.bufferedWaits = draft.bufferedWaits.filter((wait) => wait.token !== token);
  draft.children = draft.children.filter((child) => child.token !== token);
  if (before === undefined) return;
  draft.abandoned.push(token);
  if (before.type === 'startChild') draft.droppedChildren.push(before);
}

export function setCall(draft: BoundaryDraft, progress: CallProgress): void {
  const { calls } = draft.document;
  const position = calls.findIndex((call) => call.token === progress.token);
  if (position === -1) draft.document.calls = [...calls, progress];
  else draft.document.calls = calls.with(position, progress);
}

export function dropCall(draft: BoundaryDraft, token: string): void {
  draft.document.calls = draft.document.calls.filter((call) => call.token !== token);
}

/** The command behind a call's progress; undefined when the interpreter does not wait for it any more. */
export function commandOf(document: StateDocument, token: string): CommandOf<'invoke'> | undefined {
  const command = outstandingFor(document.interpreter, token);
  return command?.type === 'invoke' ? command : undefined;
}

function stepKey({ address, attempt }: StepRecord): string {
  return `${address.path} ${address.iterationKey} ${attempt}`;
}

/** An occurrence that still lacks its time. */
export type Timeless<T extends Occurrence = Occurrence> = T extends Occurrence ? Omit<T, 'now'> : never;
