import { useErrorText } from '../../api/use-error-text.ts';
import { useEditorState } from '../store/editor-context.ts';

export interface TriggerIssue {
  text: string;
  suggestion: string | null;
}

/** What validation says of a field of the trigger or of the input. */
export function useTriggerIssue(pointer: string): TriggerIssue | null {
  const errors = useErrorText();
  const issue = useEditorState((state) =>
    state.issues.find(
      ({ at, pointer: found }) => at.kind === 'trigger' && (found === pointer || found === `${pointer}/$expr`),
    ),
  );
  return issue === undefined ? null : { text: errors.ofFinding(issue), suggestion: issue.suggestion };
}
