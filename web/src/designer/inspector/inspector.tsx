import type { ReactNode } from 'react';
import { useEditorState } from '../store/editor-context.ts';
import classes from './inspector.module.css';
import { SeveralSteps } from './several-steps.tsx';
import { StepInspector } from './step-inspector.tsx';
import { useWantedField } from './use-wanted-field.ts';

/** Shows what is selected: a step's form, several steps, the trigger, or the workflow itself. */
export function Inspector({ trigger, workflow }: { trigger: ReactNode; workflow: ReactNode }) {
  const selection = useEditorState((state) => state.selection);
  const container = useWantedField();
  return (
    <div ref={container} className={classes.inspector}>
      {shown()}
    </div>
  );

  function shown(): ReactNode {
    if (selection.kind === 'workflow') return workflow;
    if (selection.kind === 'trigger') return trigger;
    const [key, ...others] = selection.keys;
    if (key === undefined) return workflow;
    return others.length === 0 ? <StepInspector key={key} stepKey={key} /> : <SeveralSteps keys={selection.keys} />;
  }
}
