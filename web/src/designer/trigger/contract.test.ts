import { expect, test } from 'vitest';
import type { Schema } from '../scope/schema-reading.ts';
import {
  type ContractMode,
  contractOnEvent,
  contractState,
  EMPTY_CONTRACT,
  type EventTrigger,
  mappingRows,
  sameNames,
} from './contract.ts';

const text: Schema = { type: 'string' };
const ticket: Schema = { type: 'object', properties: { id: text, note: text, title: text }, required: ['id', 'title'] };
const task: Schema = { type: 'object', properties: { id: text, name: text }, required: ['id'] };
const schemas: Record<string, Schema> = { 'payload.Ticket.v1': ticket, 'payload.Task.v1': task };

function state(
  mode: ContractMode,
  ref: string,
  trigger: Partial<EventTrigger> = {},
  eventRef: string | null = 'payload.Task.v1',
) {
  const { status, why, missing } = contractState({
    mode,
    payloadSchemaRef: ref,
    trigger: { type: 'event', eventName: 'TASK', ...trigger },
    eventRef,
    schemaOf: (one) => schemas[one] ?? null,
  });
  return [status, why, ...missing];
}

const made = { $expr: 'event.payload.id' };

test.each<[string, ReturnType<typeof state>, unknown[]]>([
  ['the same schema needs no mapping', state('pinned', 'payload.Task.v1'), ['ready', 'sameSchema']],
  [
    'an input that follows the event needs none either',
    state('inferred', 'payload.Ticket.v1'),
    ['ready', 'sameSchema'],
  ],
  ['another schema needs one', state('pinned', 'payload.Ticket.v1'), ['needed', 'needsMapping']],
  [
    'a mapping makes what is needed',
    state('pinned', 'payload.Ticket.v1', { payloadMapping: { id: made, title: made } }),
    ['ready', 'mapped'],
  ],
  [
    'a mapping that leaves a field out is named',
    state('pinned', 'payload.Ticket.v1', { payloadMapping: { id: made } }),
    ['needed', 'missing', 'title'],
  ],
  [
    'a dotted target makes its field',
    state('pinned', 'payload.Ticket.v1', { payloadMapping: { id: made, 'title.en': made } }),
    ['ready', 'mapped'],
  ],
  ['an event that nobody knows', state('pinned', 'payload.Task.v1', {}, null), ['needed', 'unknownEvent']],
  ['an input that nobody knows', state('pinned', 'payload.Gone.v1'), ['needed', 'unknownContract']],
  [
    'a schema that the sender names counts',
    state('pinned', 'payload.Task.v1', { sourcePayloadSchemaRef: 'payload.Ticket.v1' }),
    ['needed', 'needsMapping'],
  ],
])('%s', (_name, actual, expected) => {
  expect(actual).toEqual(expected);
});

test.each<[string, Parameters<typeof contractOnEvent>[0], string]>([
  [
    'the input is the one of the event',
    { mode: 'pinned', payloadSchemaRef: 'payload.Task.v1', hasSteps: true },
    'same',
  ],
  ['the input is empty', { mode: 'pinned', payloadSchemaRef: EMPTY_CONTRACT, hasSteps: true }, 'take'],
  ['no step reads it', { mode: 'pinned', payloadSchemaRef: 'payload.Ticket.v1', hasSteps: false }, 'take'],
  ['steps read another input', { mode: 'inferred', payloadSchemaRef: 'payload.Ticket.v1', hasSteps: true }, 'ask'],
])('an event is chosen while %s', (_name, current, expected) => {
  expect(contractOnEvent(current, 'payload.Task.v1')).toBe(expected);
});

test('what is needed stands first, targets without a field last', () => {
  const rows = mappingRows(ticket, { old: made, note: made, 'title.en': made });
  expect(rows.map(({ target, required, isKnown }) => [target, required, isKnown])).toEqual([
    ['id', true, true],
    ['title', true, true],
    ['note', false, true],
    ['old', false, false],
    ['title.en', false, true],
  ]);
});

test('fields of the same name are offered while nobody made them', () => {
  expect(sameNames(mappingRows(ticket, { note: made }), task)).toEqual(['id']);
  expect(sameNames(mappingRows(ticket, { id: made }), task)).toEqual([]);
});
