import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStepName } from '../../steps/use-step-name.ts';
import { EmptyState } from '../../ui/states.tsx';
import { ancestorsOf, type StepBody } from '../model/document.ts';
import { selectSteps } from '../model/selection.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import type { DesignIssue } from '../store/issues.ts';
import { actionIdOf } from '../store/step-facts.ts';
import classes from './problems.module.css';
import { useFindingText } from './use-finding-text.ts';
import { useProblems } from './use-problems.ts';

/** Every problem in words; one click goes to its field. */
export function ProblemList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('designer');
  const textOf = useFindingText();
  const document = useEditorState((state) => state.document);
  const issues = useEditorState((state) => state.issues);
  const refused = useProblems((state) => state.refused);
  const reveal = useReveal();
  const placeName = usePlaceName();
  if (issues.length === 0) {
    return (
      <EmptyState good icon={IconCircleCheck} title={t(($) => $.problems.none)} text={t(($) => $.problems.noneText)} />
    );
  }
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  return (
    <div className={classes.panel}>
      {refused && errors > 0 && (
        <p className={classes.refused} role="alert">
          {t(($) => $.problems.refused, { count: errors })}
        </p>
      )}
      <ul className={classes.list}>
        {issues.map((issue, index) => {
          const Glyph = issue.severity === 'error' ? IconCircleX : IconAlertTriangle;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one step may have one problem twice, and the list is made anew each time
            <li key={index}>
              <UnstyledButton
                className={classes.item}
                data-severity={issue.severity}
                onClick={() => {
                  onClose();
                  reveal(issue);
                }}
              >
                <Glyph size={16} stroke={1.8} aria-hidden />
                <span className={classes.itemWords}>
                  <span>{textOf(issue, issue.at.kind === 'step' ? document.steps[issue.at.key] : undefined)}</span>
                  {issue.suggestion !== null && (
                    <span className={classes.place}>
                      {t(($) => $.problems.suggestion, { suggestion: issue.suggestion })}
                    </span>
                  )}
                  <span className={classes.place}>{placeName(issue)}</span>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Unfolds what hides the place, selects it and puts the focus into the field. */
export function useReveal(): (issue: DesignIssue) => void {
  const editor = useEditor();
  return ({ at, pointer }) => {
    if (at.kind !== 'step') return editor.reveal({ kind: at.kind }, pointer);
    const { document, folded } = editor.store.getState();
    const around = new Set(ancestorsOf(document, at.key));
    for (const pipe of folded) if (around.has(pipe.slice(0, pipe.lastIndexOf('/')))) editor.setFolded(pipe, false);
    editor.reveal(selectSteps(at.key), pointer);
  };
}

function usePlaceName(): (issue: DesignIssue) => string {
  const { t } = useTranslation('designer');
  const nameOf = useStepName();
  const document = useEditorState((state) => state.document);
  const named = (body: StepBody | undefined) =>
    body === undefined ? '' : nameOf({ name: body.name ?? null, type: body.type, actionId: actionIdOf(body) });
  return ({ at }) => {
    if (at.kind === 'trigger') return t(($) => $.problems.inTrigger);
    if (at.kind === 'workflow') return t(($) => $.problems.inWorkflow);
    const trail = [at.key, ...ancestorsOf(document, at.key)].reverse();
    return trail.map((key) => named(document.steps[key])).join(' › ');
  };
}
