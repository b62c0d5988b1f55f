import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useErrorText } from '../api/use-error-text.ts';
import classes from './workflows.module.css';

export interface Issue {
  /** Where: a step path or a JSON pointer. */
  path: string;
  code: string;
  message: string;
}

/** Problems in words, each with its place; the server's own sentence is the tooltip. */
export function Issues({ issues, severity }: { issues: readonly Issue[]; severity: 'error' | 'warning' }) {
  const errors = useErrorText();
  return (
    <ul className={classes.issues}>
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.code} ${issue.message}`}>
          {severity === 'error' ? (
            <IconCircleX size={16} stroke={1.8} className={classes.errorIcon} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} stroke={1.8} className={classes.warningIcon} aria-hidden />
          )}
          <span className={classes.issueText}>
            <span title={issue.message}>{errors.ofIssue(issue)}</span>
            <code className={classes.issuePlace}>{issue.path}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
