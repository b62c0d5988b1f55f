import type { Sql, Tx } from '../db/tx.ts';

/** A transaction that keeps every statement that goes through it. */
export function recordingTx(tx: Tx): { tx: Tx; statements: Sql[] } {
  const statements: Sql[] = [];
  return {
    statements,
    tx: {
      ...tx,
      query(statement) {
        statements.push(statement);
        return tx.query(statement);
      },
    },
  };
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** Tables that a statement reads from end to end, whatever its parameters. */
export async function tablesReadWhole(tx: Tx, statement: Sql): Promise<string[]> {
  const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>({
    text: `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${statement.text}`,
  });
  const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
  if (explained === undefined) throw new Error(`There is no plan for ${statement.text}`);
  return wholeScans(explained.Plan);
}

function wholeScans(node: PlanNode): string[] {
  const here = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? 'unknown'] : [];
  return [...here, ...(node.Plans ?? []).flatMap(wholeScans)];
}
