import { table } from './table.ts';

/** A finding of the server about a definition. */
export interface WorkflowIssue {
  severity: 'error' | 'warning';
  code: string;
  stepPath: string;
  pointer: string;
  params: Record<string, unknown>;
}

/** One line per finding: how bad, which one, where and with what values. */
export function issueTable(issues: readonly WorkflowIssue[]): string {
  return table(
    issues.map(({ severity, code, stepPath, pointer, params }) => {
      const values = JSON.stringify(params);
      return [severity, code, `${stepPath}${pointer}`, values === '{}' ? '' : values];
    }),
  );
}
