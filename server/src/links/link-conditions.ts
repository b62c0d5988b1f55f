import type { LinkDirection } from '../registry/ports.ts';

/** Which links: everything that is left out matches. */
export interface LinkFilter {
  namespace?: string | undefined;
  from?: LinkEnd | undefined;
  to?: LinkEnd | undefined;
  relation?: string | undefined;
  /** Which end of a link `from` stands at: forward = left, reverse = right, either = one of them. */
  direction?: LinkDirection;
}

/** A type alone matches all records of that type. */
interface LinkEnd {
  type?: string | undefined;
  id?: string | undefined;
}

/** Conditions on `workflow_entity_links` with their parameters, `$1` being the tenant. */
export function linkConditions(tenant: string, filter: LinkFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [tenant];
  const equals = (column: string, value: string | undefined): string[] => {
    if (value === undefined) return [];
    values.push(value);
    return [`${column} = $${values.length}`];
  };
  const ends = (left: LinkEnd | undefined, right: LinkEnd | undefined): string =>
    [
      ...equals('left_type', left?.type),
      ...equals('left_id', left?.id),
      ...equals('right_type', right?.type),
      ...equals('right_id', right?.id),
    ].join(' AND ') || 'true';

  const { from, to, direction = 'forward' } = filter;
  const sides = [
    ...(direction === 'reverse' ? [] : [ends(from, to)]),
    ...(direction === 'forward' ? [] : [ends(to, from)]),
  ];
  const text = [
    'tenant = $1',
    ...equals('namespace', filter.namespace),
    ...equals('relation', filter.relation),
    `(${sides.map((side) => `(${side})`).join(' OR ')})`,
  ].join(' AND ');
  return { text, values };
}
