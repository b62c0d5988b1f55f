import { describe, expect, test } from 'vitest';
import { type GraphBox, layoutAround } from './graph-layout.ts';
import { mostUsed } from './most-used.ts';

const task = (id: string) => ({ type: 'project_task', id });
const center = task('c');
const link = (from: string, to: string, relation = 'related') => ({
  linkId: `${from} ${relation} ${to}`,
  from: task(from),
  to: task(to),
  relation,
});
const overlap = (a: GraphBox, b: GraphBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectApart(boxes: readonly GraphBox[]): void {
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  }
}

describe('the picture of the links around a record', () => {
  test('what links to the record stands before it, what it links to after it', () => {
    const { center: middle, nodes } = layoutAround(center, [link('a', 'c'), link('c', 'b')], 700);
    const [before, after] = [nodes.find((node) => node.side === 'in'), nodes.find((node) => node.side === 'out')];

    expect([before?.record.id, after?.record.id]).toEqual(['a', 'b']);
    expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThan(middle.x);
    expect(middle.x + middle.width).toBeLessThan(after?.x ?? 0);
  });

  test.each([440, 640, 1400])('in %d px nothing lies on anything else or outside', (width) => {
    const links = [
      ...Array.from({ length: 9 }, (_, index) => link(`in${index}`, 'c')),
      ...Array.from({ length: 5 }, (_, index) => link('c', `out${index}`)),
      link('c', 'out0', 'mirrors'),
      link('c', 'out0', 'blocks'),
    ];
    const layout = layoutAround(center, links, width);
    const boxes = [layout.center, ...layout.nodes];

    expectApart(boxes);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
    }
  });

  test('several links between the same two share one box and keep their words a finger apart', () => {
    const { nodes, edges } = layoutAround(
      center,
      ['related', 'mirrors', 'blocks'].map((relation) => link('c', 'b', relation)),
      700,
    );
    const heights = edges.map((edge) => edge.label.y).sort((a, b) => a - b);

    expect(nodes).toHaveLength(1);
    expect(edges).toHaveLength(3);
    for (const [index, y] of heights.slice(1).entries()) expect(y - (heights[index] ?? 0)).toBeGreaterThanOrEqual(20);
  });

  test('a record that is linked both ways is drawn on both sides', () => {
    const { nodes } = layoutAround(center, [link('c', 'b'), link('b', 'c')], 700);

    expect(nodes.map((node) => node.side).sort()).toEqual(['in', 'out']);
  });

  test('a record that is linked to itself keeps its place in the middle', () => {
    const { nodes, edges } = layoutAround(center, [link('c', 'c')], 700);

    expect(nodes.map((node) => [node.record.id, node.side])).toEqual([['c', 'out']]);
    expect(edges).toHaveLength(1);
  });

  test('without links on one side the record moves to that side', () => {
    const out = layoutAround(center, [link('c', 'b')], 700);
    const into = layoutAround(center, [link('b', 'c')], 700);

    expect(out.center.x).toBeLessThan(100);
    expect(into.center.x).toBeGreaterThan(400);
  });

  test('the same links give the same picture', () => {
    const links = [link('c', 'b'), link('a', 'c')];

    expect(layoutAround(center, links, 700)).toEqual(layoutAround(center, links, 700));
  });
});

test('the relationship that is drawn as pipe is the one that occurs most, of several the first', () => {
  expect(mostUsed(['blocks', 'mirrors', 'mirrors'])).toBe('mirrors');
  expect(mostUsed(['related', 'blocks'])).toBe('related');
  expect(mostUsed([])).toBeUndefined();
});
