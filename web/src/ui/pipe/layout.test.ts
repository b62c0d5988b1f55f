import { describe, expect, test } from 'vitest';
import { pipe } from './geometry.ts';
import { countSteps, layoutPipe } from './layout.ts';
import type { Course, Flow, PipeBranch, PipeNode } from './tree.ts';

const step = (key: string, more: Partial<PipeNode> = {}): PipeNode => ({ key, branches: [], returns: false, ...more });
const branch = (name: string, ...nodes: PipeNode[]): PipeBranch => ({ name, kind: 'plain', nodes });
const choice = step('if', { branches: [branch('then', step('a')), branch('else', step('b'))] });

function course(flows: Record<string, Flow>, taken: string[], ended: boolean): Course {
  return { flow: (key) => flows[key] ?? 'dry', taken: (key, name) => taken.includes(`${key} ${name}`), ended };
}

const dry = course({}, [], false);
const open = () => false;

describe('layoutPipe', () => {
  test('cards stand under each other on the axis of their pipe', () => {
    const { cards } = layoutPipe([step('one'), step('two')], dry, open);
    expect(cards).toEqual([
      { key: 'one', axis: pipe.axis, top: pipe.card + pipe.gap, depth: 0 },
      { key: 'two', axis: pipe.axis, top: 2 * (pipe.card + pipe.gap), depth: 0 },
    ]);
  });

  test('a branch is indented, and its first card hangs below the branch head', () => {
    const { cards, heads } = layoutPipe([choice], dry, open);
    const block = cards.find((card) => card.key === 'if');
    const first = cards.find((card) => card.key === 'a');
    expect(first?.axis).toBe(pipe.axis + pipe.indent);
    expect(first?.top).toBe((block?.top ?? 0) + pipe.card + pipe.head);
    expect(heads.map((head) => head.branch)).toEqual(['then', 'else']);
  });

  test('a plan is dry everywhere', () => {
    expect(layoutPipe([choice, step('last')], dry, open).segments.some((segment) => segment.wet)).toBe(false);
  });

  test('no water comes past a branch in which the run has returned', () => {
    const ends = step('if', { branches: [branch('then', step('end', { returns: true })), branch('else', step('b'))] });
    const outer = step('try', { branches: [branch('try', ends)] });
    const run = course({ try: 'passed', if: 'passed', end: 'passed' }, ['try try', 'if then'], true);
    const { cards, segments } = layoutPipe([outer, step('last')], run, open);
    const returned = cards.find((card) => card.key === 'end');
    const below = segments.filter((segment) => segment.from > (returned?.top ?? 0) + pipe.card);
    expect(below.length).toBeGreaterThan(0);
    expect(below.some((segment) => segment.wet)).toBe(false);
  });

  test('a shut valve has room below its step, wet above it and dry below', () => {
    const nodes = [step('wait'), step('next')];
    const run = course({ wait: 'here' }, [], false);
    const free = layoutPipe(nodes, run, open);
    const shut = layoutPipe(nodes, run, open, { shut: 'wait' });
    const below = (shut.cards[0]?.top ?? 0) + pipe.card;
    expect((shut.cards[1]?.top ?? 0) - (free.cards[1]?.top ?? 0)).toBe(pipe.valve);
    const [valve] = shut.valves;
    expect(shut.segments.filter((segment) => segment.wet && segment.from >= below)).toMatchObject([
      { from: below, to: valve?.y },
    ]);
  });

  test('water fills the branch that was taken and not the other', () => {
    const run = course({ if: 'passed', b: 'passed', last: 'passed' }, ['if else'], true);
    const { heads, segments } = layoutPipe([choice, step('last')], run, open);
    expect(heads.map((head) => [head.branch, head.taken])).toEqual([
      ['then', false],
      ['else', true],
    ]);
    const childAxis = pipe.axis + pipe.indent;
    const into = segments.filter(
      (segment) => segment.path.includes(`Q${childAxis} `) && segment.path.startsWith(`M${pipe.axis} `),
    );
    expect(into.map((segment) => segment.wet)).toEqual([false, true]);
  });

  test('water comes past the branches before the one that was taken', () => {
    const run = course({ if: 'passed', b: 'passed' }, ['if else'], true);
    const { segments, cards } = layoutPipe([choice], run, open);
    const besideThen = segments.find(
      (segment) =>
        segment.path.startsWith(`M${pipe.axis} ${(cards[0]?.top ?? 0) + pipe.card}V`) && !segment.path.includes('Q'),
    );
    expect(besideThen?.wet).toBe(true);
  });

  test('water ends at a step that failed', () => {
    const run = course({ one: 'passed', two: 'here' }, [], false);
    const { segments } = layoutPipe([step('one'), step('two'), step('three')], run, open);
    expect(segments.map((segment) => segment.wet)).toEqual([true, true, false, false]);
  });

  test('a folded branch is a stub that says how many steps it holds', () => {
    const long = step('if', {
      branches: [branch('then', step('a'), step('b', { branches: [branch('do', step('c'))] }))],
    });
    const folded = layoutPipe([long], dry, () => true);
    expect(folded.cards.map((card) => card.key)).toEqual(['if']);
    expect(folded.heads[0]).toMatchObject({ folded: true, steps: 3 });
    expect(folded.height).toBeLessThan(layoutPipe([long], dry, open).height);
  });

  test('nothing goes on below a step that returns', () => {
    const { segments } = layoutPipe(
      [step('if', { branches: [branch('then', step('end', { returns: true }))] })],
      dry,
      open,
    );
    const back = segments.filter(
      (segment) => segment.path.startsWith(`M${pipe.axis + pipe.indent} `) && segment.path.includes('Q'),
    );
    expect(back).toEqual([]);
  });
});

test('countSteps counts the steps of every branch', () => {
  expect(countSteps([choice, step('last')])).toBe(4);
});

describe('gaps', () => {
  const names = (nodes: readonly PipeNode[], folded: () => boolean = open) =>
    layoutPipe(nodes, dry, folded).gaps.map(
      (gap) => `${gap.owner ?? 'root'}${gap.branch === '' ? '' : ` ${gap.branch}`} ${gap.index} ${gap.kind}`,
    );

  test('every pipe takes a step before its first, between two and after its last one, in reading order', () => {
    expect(names([choice, step('last')])).toEqual([
      'root 0 first',
      'if then 0 first',
      'if then 1 last',
      'if else 0 first',
      'if else 1 last',
      'root 1 between',
      'root 2 last',
    ]);
  });

  test('gaps follow each other from top to bottom', () => {
    const tops = layoutPipe([choice, step('last')], dry, open).gaps.map((gap) => gap.y);
    expect(tops).toEqual(tops.toSorted((left, right) => left - right));
  });

  test('a workflow without steps takes its first one', () => {
    expect(names([])).toEqual(['root 0 first']);
  });

  test('a branch without steps and a folded branch take a step at their stub, after what they hold', () => {
    const half = step('if', { branches: [branch('then', step('a'), step('b')), branch('else')] });
    expect(names([half], () => true)).toEqual(['root 0 first', 'if then 2 stub', 'if else 0 stub', 'root 1 last']);
  });

  test('nothing goes below a step that returns', () => {
    expect(names([step('end', { returns: true })])).toEqual(['root 0 first']);
  });

  test('a gap that stands open makes room below it and leaves everything above where it is', () => {
    const nodes = [step('one'), step('two'), step('three')];
    const shut = layoutPipe(nodes, dry, open);
    const opened = layoutPipe(nodes, dry, open, { open: { owner: null, branch: '', index: 1 } });
    const moved = opened.cards.map((card, index) => card.top - (shut.cards[index]?.top ?? 0));
    expect(moved).toEqual([0, pipe.openGap, pipe.openGap]);
  });

  test('cards are as high as they are asked to be', () => {
    const { cards } = layoutPipe([step('one'), step('two')], dry, open, { card: 60 });
    expect(cards.map((card) => card.top)).toEqual([60 + pipe.gap, 2 * (60 + pipe.gap)]);
  });
});
