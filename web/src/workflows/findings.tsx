import { useErrorText } from '../api/use-error-text.ts';
import { IssueList } from '../ui/issue-list.tsx';
import type { WorkflowItem } from './workflow-types.ts';

type Finding = WorkflowItem['validation']['errors'][number];

/** What validation found: errors first, then what should be known. */
export function Findings({ errors, warnings }: { errors: readonly Finding[]; warnings: readonly Finding[] }) {
  const texts = useErrorText();
  const listed = (findings: readonly Finding[]) =>
    findings.map((finding) => ({ text: texts.ofFinding(finding), place: finding.stepId ?? finding.stepPath }));
  return (
    <>
      {errors.length > 0 && <IssueList issues={listed(errors)} severity="error" />}
      {warnings.length > 0 && <IssueList issues={listed(warnings)} severity="warning" />}
    </>
  );
}
