import { Switch, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useStepName } from '../../../steps/use-step-name.ts';
import type { StepKey } from '../../model/document.ts';
import { freeSaveAs } from '../../model/save-as.ts';
import { useEditor } from '../../store/editor-context.ts';
import { actionIdOf } from '../../store/step-facts.ts';
import { useStepAction } from '../action/use-step-action.ts';
import { SchemaTree } from '../docs/schema-tree.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import fieldClasses from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { useStepKey } from '../step-context.ts';
import { CopyPath } from './copy-path.tsx';
import { canBeStored, fullPath, type NameProblem, saveNameProblem } from './save-name.ts';

const POINTER = '/config/saveAs';

/** Whether and where the output is kept, and what it consists of. */
export function OutputForm() {
  const { t } = useTranslation('inspector');
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const { actionId, action } = useStepAction();
  const { value, set } = useStepValue(POINTER);
  const name = typeof value === 'string' ? value : null;
  const turn = (on: boolean) =>
    set(on ? freeSaveAs(editor.store.getState().document, actionId ?? 'step') : undefined, 'alone');
  return (
    <>
      <section className={classes.section}>
        <Switch
          label={t(($) => $.output.save)}
          description={name === null ? t(($) => $.output.dropped) : t(($) => $.output.saveHelp)}
          checked={name !== null}
          disabled={isReadOnly}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {name !== null && <SaveName name={name} onChange={set} />}
      </section>
      {action !== undefined && (
        <section className={classes.section}>
          <h3 className={classes.sectionTitle}>{t(($) => $.output.fields)}</h3>
          <SchemaTree schema={action.outputSchema} {...(name === null ? {} : { path: fullPath(name) })} />
        </section>
      )}
    </>
  );
}

function SaveName({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTranslation('inspector');
  const key = useStepKey();
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const id = useId();
  // A name that cannot be stored stays in the field until it is right.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name;
  const problem = saveNameProblem(shown, key, editor.store.getState().document);
  return (
    <>
      <FieldFrame
        pointer={POINTER}
        label={t(($) => $.output.name)}
        htmlFor={id}
        {...(problem === null
          ? {}
          : { problem: <ProblemText problem={problem} name={shown} />, isAdvice: canBeStored(problem) })}
      >
        <TextInput
          id={id}
          className={fieldClasses.code ?? ''}
          value={shown}
          readOnly={isReadOnly}
          maxLength={256}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            if (canBeStored(saveNameProblem(text, key, editor.store.getState().document))) onChange(text);
          }}
          onBlur={() => {
            if (canBeStored(problem)) setTyped(null);
          }}
        />
      </FieldFrame>
      <CopyPath path={fullPath(name)} />
    </>
  );
}

function useNameInDocument(): (key: StepKey) => string {
  const editor = useEditor();
  const nameOf = useStepName();
  return (key) => {
    const body = editor.store.getState().document.steps[key];
    return body === undefined ? key : nameOf({ name: body.name ?? null, actionId: actionIdOf(body), type: body.type });
  };
}

function ProblemText({ problem, name }: { problem: NameProblem; name: string }) {
  const { t } = useTranslation('inspector');
  const nameOf = useNameInDocument();
  if (problem.kind === 'duplicate') {
    return t(($) => $.saveName.duplicate, { step: nameOf(problem.step) });
  }
  if (problem.kind === 'empty') {
    return <Trans t={t} i18nKey={($) => $.saveName.empty} components={{ b: <code /> }} />;
  }
  if (problem.kind === 'reserved') return t(($) => $.saveName.reserved, { name });
  return problem.kind === 'shape' ? t(($) => $.saveName.shape) : t(($) => $.saveName.invalid);
}
