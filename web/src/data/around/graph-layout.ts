export interface GraphEnd {
  type: string;
  id: string;
}

export interface GraphLink {
  linkId: string;
  from: GraphEnd;
  to: GraphEnd;
  relation: string;
}

export interface GraphBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface GraphNode<Link> extends GraphBox {
  key: string;
  record: GraphEnd;
  /** Where it stands: before the record in the middle, or after it. */
  side: 'in' | 'out';
  /** One of its links, for what is known about it. */
  link: Link;
}

export interface GraphEdge<Link> {
  link: Link;
  /** From the beginning of the link to its end. */
  path: string;
  label: { x: number; y: number };
}

export interface GraphLayout<Link> {
  width: number;
  height: number;
  center: GraphBox;
  nodes: GraphNode<Link>[];
  edges: GraphEdge<Link>[];
}

const NODE_HEIGHT = 48;
const NODE_GAP = 18;
const MAX_NODE_WIDTH = 264;
const MIN_NODE_WIDTH = 116;
const MIN_EDGE = 84;
/** Farther apart, the eye loses what belongs together. */
const MAX_EDGE = 240;
/** Distance of two links of the same pair. */
const LANE = 32;
const PADDING = 16;

/**
 * Places one record in the middle, what links to it before it and what it links to after it. Pure: sizes in px at 16 px root. A record that
 * stands on both sides is drawn on both; several links between the same two share their boxes and have a lane each.
 */
export function layoutAround<Link extends GraphLink>(
  center: GraphEnd,
  links: readonly Link[],
  available: number,
): GraphLayout<Link> {
  const out = groupsOf(
    links.filter((link) => same(link.from, center)),
    (link) => link.to,
  );
  const into = groupsOf(
    links.filter((link) => !same(link.from, center)),
    (link) => link.from,
  );
  const columns = 1 + Number(out.length > 0) + Number(into.length > 0);
  const room = available - 2 * PADDING;
  const nodeWidth = Math.max(MIN_NODE_WIDTH, Math.min(MAX_NODE_WIDTH, (room - (columns - 1) * MIN_EDGE) / columns));
  const width = Math.min(available, 2 * PADDING + columns * nodeWidth + (columns - 1) * MAX_EDGE);
  const height = 2 * PADDING + Math.max(heightOf(out), heightOf(into), NODE_HEIGHT);
  const middle = { in: columns === 3 || into.length > 0, out: out.length > 0 };
  const centerX = !middle.in ? PADDING : middle.out ? (width - nodeWidth) / 2 : width - PADDING - nodeWidth;
  const box = { x: centerX, y: (height - NODE_HEIGHT) / 2, width: nodeWidth, height: NODE_HEIGHT };
  const sides = [
    placeSide(into, { side: 'in', x: PADDING, nodeWidth, height, center: box }),
    placeSide(out, { side: 'out', x: width - PADDING - nodeWidth, nodeWidth, height, center: box }),
  ];
  return {
    width,
    height,
    center: box,
    nodes: sides.flatMap((side) => side.nodes),
    edges: sides.flatMap((side) => side.edges),
  };
}

interface Group<Link> {
  record: GraphEnd;
  links: Link[];
}

const same = (left: GraphEnd, right: GraphEnd) => left.type === right.type && left.id === right.id;
const keyOf = ({ type, id }: GraphEnd) => `${type} ${id}`;

function groupsOf<Link>(links: readonly Link[], otherOf: (link: Link) => GraphEnd): Group<Link>[] {
  const groups = new Map<string, Group<Link>>();
  for (const link of links) {
    const record = otherOf(link);
    const group = groups.get(keyOf(record)) ?? { record, links: [] };
    group.links.push(link);
    groups.set(keyOf(record), group);
  }
  return [...groups.values()];
}

/** Lanes of one pair must fit beside its box. */
const slotOf = (group: Group<unknown>) => Math.max(NODE_HEIGHT, group.links.length * LANE);
const heightOf = (groups: readonly Group<unknown>[]) =>
  groups.reduce((sum, group) => sum + slotOf(group) + NODE_GAP, groups.length === 0 ? 0 : -NODE_GAP);

interface Side {
  side: 'in' | 'out';
  x: number;
  nodeWidth: number;
  height: number;
  center: GraphBox;
}

function placeSide<Link extends GraphLink>(
  groups: readonly Group<Link>[],
  { side, x, nodeWidth, height, center }: Side,
) {
  const nodes: GraphNode<Link>[] = [];
  const edges: GraphEdge<Link>[] = [];
  const count = groups.reduce((sum, group) => sum + group.links.length, 0);
  let y = (height - heightOf(groups)) / 2;
  let port = 0;
  for (const group of groups) {
    const [link] = group.links;
    if (link === undefined) continue;
    const slot = slotOf(group);
    const box = { x, y, width: nodeWidth, height: slot };
    nodes.push({ key: `${side} ${keyOf(group.record)}`, record: group.record, side, link, ...box });
    for (const [lane, each] of group.links.entries()) {
      const far = y + slot / 2 + (lane - (group.links.length - 1) / 2) * LANE;
      edges.push({ link: each, ...edgeBetween(side, box, far, center, portAt(center, port, count)) });
      port += 1;
    }
    y += slot + NODE_GAP;
  }
  return { nodes, edges };
}

/** Links leave the middle spread over its side, so that they do not begin as one. */
function portAt(center: GraphBox, index: number, count: number): number {
  const spread = Math.min(center.height - 16, (count - 1) * 9);
  return center.y + center.height / 2 + (count === 1 ? 0 : (index / (count - 1) - 0.5) * spread);
}

function edgeBetween(side: 'in' | 'out', node: GraphBox, nodeY: number, center: GraphBox, centerY: number) {
  const [startX, startY, endX, endY] =
    side === 'in' ? [node.x + node.width, nodeY, center.x, centerY] : [center.x + center.width, centerY, node.x, nodeY];
  const bend = (endX - startX) / 2;
  const path = `M${round(startX)} ${round(startY)}C${round(startX + bend)} ${round(startY)} ${round(endX - bend)} ${round(endY)} ${round(endX)} ${round(endY)}`;
  // Nearer to the outer end, where the links of a side are apart.
  return { path, label: pointOn([startX, startY, endX, endY], bend, side === 'in' ? 0.38 : 0.62) };
}

function pointOn([startX, startY, endX, endY]: readonly [number, number, number, number], bend: number, at: number) {
  const curve = (a: number, b: number, c: number, d: number) =>
    (1 - at) ** 3 * a + 3 * (1 - at) ** 2 * at * b + 3 * (1 - at) * at ** 2 * c + at ** 3 * d;
  return { x: round(curve(startX, startX + bend, endX - bend, endX)), y: round(curve(startY, startY, endY, endY)) };
}

const round = (value: number) => Math.round(value * 10) / 10;
