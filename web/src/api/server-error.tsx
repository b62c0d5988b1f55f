import { IssueList } from '../ui/issue-list.tsx';
import { ErrorPanel, NoPermission } from '../ui/states.tsx';
import { apiErrorOf, issuesOf } from './api-error.ts';
import { useErrorText } from './use-error-text.ts';

/** An error of the server where it happened: its text, what is wrong with which value, and what helps support closed below. */
export function ServerError({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const errors = useErrorText();
  const known = apiErrorOf(error);
  if (known.code === 'PERMISSION_DENIED') return <NoPermission permission={String(known.details.permission)} />;
  const issues = issuesOf(known);
  const details = [known.code, known.message, known.requestId]
    .filter((part) => part !== null && part !== '')
    .join('\n');
  return (
    <>
      <ErrorPanel text={errors.ofError(known)} details={details} onRetry={onRetry} />
      {issues.length > 0 && (
        <IssueList
          issues={issues.map((issue) => ({ text: errors.ofIssue(issue), place: issue.path }))}
          severity="error"
        />
      )}
    </>
  );
}
