import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import classes from './issue-list.module.css';

export interface ListedIssue {
  text: string;
  /** A step path, a JSON pointer, a key: shown as code. */
  place: string;
}

/** Problems in words, each with its place. */
export function IssueList({ issues, severity }: { issues: readonly ListedIssue[]; severity: 'error' | 'warning' }) {
  const Glyph = severity === 'error' ? IconCircleX : IconAlertTriangle;
  return (
    <ul className={classes.issues} data-severity={severity}>
      {issues.map((issue) => (
        <li key={`${issue.place} ${issue.text}`}>
          <Glyph size={16} stroke={1.8} aria-hidden />
          <span className={classes.text}>
            {issue.text}
            {issue.place !== '' && <code className={classes.place}>{issue.place}</code>}
          </span>
        </li>
      ))}
    </ul>
  );
}
