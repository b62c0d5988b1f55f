import type { Meta, StoryObj } from '@storybook/react-vite';
import { layoutPipe } from './layout.ts';
import classes from './pipe-drawing.stories.module.css';
import { PipeDrawing } from './pipe-drawing.tsx';
import type { Course, Flow, PipeBranch, PipeNode } from './tree.ts';

interface PipeProps {
  nodes: readonly PipeNode[];
  /** Steps that water went through, and the one it stands in. */
  passed?: readonly string[];
  here?: string;
  /** Branches that were taken, as `step branch`. */
  taken?: readonly string[];
  ended?: boolean;
  /** Branches that are folded, as `step branch`. */
  folded?: readonly string[];
  valve?: 'brass' | 'plum';
  live?: boolean;
}

const WIDTH = 416;

/** Plain boxes stand for the cards: what is looked at is the pipe. */
function Pipe({ nodes, passed = [], here, taken = [], ended = false, folded = [], valve, live = false }: PipeProps) {
  const flow = (key: string): Flow => (key === here ? 'here' : passed.includes(key) ? 'passed' : 'dry');
  const course: Course = { flow, taken: (key, branch) => taken.includes(`${key} ${branch}`), ended };
  const layout = layoutPipe(nodes, course, (key, branch) => folded.includes(`${key} ${branch.name}`), {
    shut: valve === undefined ? null : (here ?? null),
  });
  const cards = [{ key: 'trigger', axis: 21, top: 0 }, ...layout.cards];
  return (
    <div className={classes.sheet} style={{ blockSize: `${layout.height / 16}rem` }}>
      <PipeDrawing
        layout={layout}
        width={WIDTH}
        live={live}
        valve={valve === undefined || here === undefined ? undefined : { key: here, hue: valve }}
      />
      {cards.map(({ key, axis, top }) => (
        <div
          key={key}
          className={classes.card}
          style={{ insetBlockStart: `${top / 16}rem`, insetInlineStart: `${(axis - 21) / 16}rem` }}
        >
          {key}
        </div>
      ))}
      {layout.heads.map((head) => (
        <div
          key={`${head.key} ${head.branch}`}
          className={classes.head}
          style={{ insetBlockStart: `${(head.middle - 10) / 16}rem`, insetInlineStart: `${head.left / 16}rem` }}
        >
          {head.branch}
        </div>
      ))}
    </div>
  );
}

const step = (key: string, ...branches: PipeBranch[]): PipeNode => ({ key, branches, returns: false });
const branch = (name: string, kind: PipeBranch['kind'], ...nodes: PipeNode[]): PipeBranch => ({ name, kind, nodes });

const plain = [step('find client'), step('create task'), step('remember')];
const choice = [
  step('is it urgent', branch('then', 'plain', step('tell')), branch('else', 'plain', step('wait'))),
  step('remember'),
];
const loop = [step('for each', branch('each', 'loop', step('copy task'), step('link both')))];
const safe = [step('carefully', branch('try', 'plain', step('send')), branch('catch', 'error', step('note it')))];
const returning = [
  step('is it ours', branch('then', 'plain', { ...step('return'), returns: true }), branch('else', 'plain')),
  step('create task'),
];
const nested = [levels(1)];

function levels(depth: number): PipeNode {
  const name = `depth ${depth}`;
  return depth === 6 ? step(name) : step(name, branch(`in ${name}`, depth === 3 ? 'loop' : 'plain', levels(depth + 1)));
}

const meta = {
  title: 'Pipe',
  component: Pipe,
  parameters: { says: ['trigger', ...namesIn(nested)] },
  args: { nodes: plain },
} satisfies Meta<typeof Pipe>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A plan. */
export const Dry: Story = {};
/** A fact: the run came to the end. */
export const Wet: Story = { args: { passed: ['find client', 'create task', 'remember'], ended: true } };
export const WaterStandsInAStep: Story = { args: { passed: ['find client'], here: 'create task', live: true } };
export const ShutWhereARunWaits: Story = { args: { passed: ['find client'], here: 'create task', valve: 'brass' } };
export const ShutWhereARunIsInDoubt: Story = { args: { passed: ['find client'], here: 'create task', valve: 'plum' } };
export const Choice: Story = { args: { nodes: choice } };
export const OneBranchTaken: Story = {
  args: {
    nodes: choice,
    passed: ['is it urgent', 'tell', 'remember'],
    taken: ['is it urgent then'],
    folded: ['is it urgent else'],
    ended: true,
  },
};
export const SecondBranchTaken: Story = {
  args: { nodes: choice, passed: ['is it urgent', 'wait', 'remember'], taken: ['is it urgent else'], ended: true },
};
export const Loop: Story = { args: { nodes: loop } };
export const LoopDone: Story = {
  args: { nodes: loop, passed: ['for each', 'copy task', 'link both'], taken: ['for each each'], ended: true },
};
export const TryAndCatch: Story = { args: { nodes: safe } };
export const Caught: Story = {
  args: {
    nodes: safe,
    passed: ['carefully', 'note it'],
    taken: ['carefully try', 'carefully catch'],
    ended: true,
  },
};
export const Folded: Story = { args: { nodes: choice, folded: ['is it urgent then', 'is it urgent else'] } };
export const Returns: Story = { args: { nodes: returning } };
export const SixLevels: Story = { args: { nodes: nested } };
export const NothingYet: Story = { args: { nodes: [] } };

function namesIn(nodes: readonly PipeNode[]): string[] {
  return nodes.flatMap((node) => [node.key, ...node.branches.flatMap((each) => [each.name, ...namesIn(each.nodes)])]);
}
