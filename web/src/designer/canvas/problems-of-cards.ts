import { ancestorsOf, type DesignDocument, type StepKey } from '../model/document.ts';
import type { DesignIssue } from '../store/issues.ts';

export interface CardProblems {
  readonly errors: number;
  readonly warnings: number;
  /** The first error of the step itself, which its summary tells. */
  readonly first: DesignIssue | null;
}

/** Problems by the card that shows them: the step's own, else the nearest card around it that is in sight. */
export function problemsOfCards(
  document: DesignDocument,
  issues: readonly DesignIssue[],
  isShown: (key: StepKey) => boolean,
): ReadonlyMap<StepKey, CardProblems> {
  const found = new Map<StepKey, { errors: number; warnings: number; first: DesignIssue | null }>();
  for (const issue of issues) {
    if (issue.at.kind !== 'step') continue;
    const own = issue.at.key;
    const card = [own, ...ancestorsOf(document, own)].find(isShown);
    if (card === undefined) continue;
    const problems = found.get(card) ?? { errors: 0, warnings: 0, first: null };
    if (issue.severity === 'error') {
      problems.errors += 1;
      if (card === own) problems.first ??= issue;
    } else problems.warnings += 1;
    found.set(card, problems);
  }
  return found;
}
