import { expect, test } from 'vitest';
import { type Call, isLinearizable, type Model } from './linearizability.ts';

type Request = 'read' | 'increment';
const counter: Model<number, Request, number> = (state, request) =>
  request === 'read' ? { state, answer: state } : { state: state + 1, answer: state + 1 };

const call = (sentAt: number, answeredAt: number, request: Request, answer: number): Call<Request, number> => ({
  sentAt,
  answeredAt,
  request,
  answer,
});

test.each([
  { name: 'one after the other', calls: [call(1, 2, 'increment', 1), call(3, 4, 'read', 1)], linearizable: true },
  {
    name: 'a read that overlaps sees before',
    calls: [call(1, 4, 'increment', 1), call(2, 3, 'read', 0)],
    linearizable: true,
  },
  {
    name: 'a read that overlaps sees after',
    calls: [call(1, 4, 'increment', 1), call(2, 3, 'read', 1)],
    linearizable: true,
  },
  {
    name: 'a read afterwards sees before',
    calls: [call(1, 2, 'increment', 1), call(3, 4, 'read', 0)],
    linearizable: false,
  },
  {
    name: 'two callers get the same value',
    calls: [call(1, 4, 'increment', 1), call(2, 3, 'increment', 1)],
    linearizable: false,
  },
  { name: 'a lost increment', calls: [call(1, 2, 'increment', 1), call(3, 4, 'increment', 1)], linearizable: false },
])('$name: $linearizable', ({ calls, linearizable }) => {
  expect(isLinearizable(calls, 0, counter)).toBe(linearizable);
});
