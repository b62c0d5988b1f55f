import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { Answers } from '../storybook/answers.ts';
import {
  answersOfRun,
  callOf,
  type Happened,
  madeChanges,
  missingRun,
  rowsOf,
  runId,
  runOf,
  saidByRun,
  waitFor,
} from '../storybook/fixtures/run.ts';
import { onPage } from '../storybook/page-frame.tsx';
import { RunPage } from './run-page.tsx';

const meta = {
  title: 'Runs/Run page',
  component: RunPage,
  tags: ['!autodocs'],
  globals: { viewport: { value: 'wide' } },
  parameters: { edges: false, says: saidByRun },
} satisfies Meta<typeof RunPage>;
export default meta;
type Story = StoryObj<typeof meta>;

const on = (answers: Answers, at = `/runs/${runId}`) => ({ ...onPage({ answers, at }) });

const begin: Happened[] = [
  { step: 'read', result: { found: true } },
  { step: 'mirrored', result: { condition: true } },
  { step: 'each', result: { items: 2 } },
];
const pass = (index: number): Happened[] => [
  { step: 'attempt', pass: index },
  { step: 'create', pass: index, seconds: 1.2 },
  { step: 'link', pass: index },
];
const calls = [callOf('read', 'store.get')];
const done = [...begin, ...pass(0), ...pass(1), { step: 'remember' } as const];

export const Succeeded: Story = on(answersOfRun(runOf(), rowsOf(done), { changes: madeChanges, calls }));

export const AStepIsSelected: Story = on(
  answersOfRun(runOf(), rowsOf(done), { changes: madeChanges, calls }),
  `/runs/${runId}?step=root.steps[0]`,
);

export const Failed: Story = on(
  answersOfRun(
    runOf({ status: 'FAILED', error: { code: 'NOT_FOUND', details: { resource: 'project', id: 'PRJ-32' } } }),
    rowsOf([
      ...begin,
      {
        step: 'attempt',
        pass: 0,
        status: 'FAILED',
        error: { code: 'NOT_FOUND', details: { resource: 'project', id: 'PRJ-32' } },
      },
    ]),
  ),
);

export const Running: Story = on(
  answersOfRun(
    runOf({ status: 'RUNNING', completedAt: null, durationMs: null }),
    rowsOf([...begin, { step: 'attempt', pass: 0, status: 'STARTED' }, { step: 'create', pass: 0, status: 'STARTED' }]),
  ),
);

const open = { completedAt: null, durationMs: null, status: 'WAITING' } as const;

export const WaitsForATime: Story = on(
  answersOfRun(
    runOf({
      ...open,
      waitType: 'time',
      waitingFor: [
        waitFor('remember', { type: 'time', unblockedBy: { kind: 'clock' }, until: '2099-01-01T09:00:00Z' }),
      ],
    }),
    rowsOf([...begin, ...pass(0), { step: 'remember', status: 'STARTED' }]),
  ),
);

export const InDoubt: Story = on(
  answersOfRun(
    runOf({
      ...open,
      waitType: 'operator',
      waitReason: 'in_doubt',
      waitingFor: [
        waitFor('remember', {
          type: 'operator',
          unblockedBy: { kind: 'operator', permission: 'workflow:admin', reason: 'in_doubt' },
        }),
      ],
    }),
    rowsOf([...begin, ...pass(0), { step: 'remember', status: 'STARTED' }]),
  ),
);

export const TriesAgain: Story = on(
  answersOfRun(
    runOf({
      ...open,
      waitType: 'retry',
      waitingFor: [waitFor('read', { type: 'retry', unblockedBy: { kind: 'clock' }, until: '2099-01-01T09:00:00Z' })],
    }),
    rowsOf([{ step: 'read', status: 'RETRY_SCHEDULED', attempt: 2, error: { code: 'CONNECTION_LOST', details: {} } }]),
  ),
);

export const NotBegunYet: Story = on(answersOfRun(runOf({ ...open, status: 'QUEUED' }), []));

export const NotThere: Story = { ...on(missingRun), parameters: { says: ['NOT_FOUND\nNOT_FOUND\nstory'] } };

export const EveryTab: Story = {
  ...on(answersOfRun(runOf(), rowsOf(done), { changes: madeChanges, calls })),
  play: async ({ canvas, userEvent }) => {
    for (const tab of await canvas.findAllByRole('tab')) {
      await userEvent.click(tab);
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    }
  },
};
