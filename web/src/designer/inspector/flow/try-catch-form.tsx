import { Switch, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useEditor } from '../../store/editor-context.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import fieldClasses from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { CopyPath } from '../output/copy-path.tsx';
import { canBeStored, fullPath, saveNameProblem } from '../output/save-name.ts';
import { useStepKey } from '../step-context.ts';

const POINTER = '/captureErrorAs';

export function TryCatchForm() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const name = typeof value === 'string' ? value : null;
  return (
    <>
      <Switch
        data-wide
        label={t(($) => $.tryCatch.capture)}
        description={t(($) => $.tryCatch.captureHelp)}
        checked={name !== null}
        disabled={isReadOnly}
        onChange={(event) => set(event.currentTarget.checked ? 'caughtError' : undefined, 'alone')}
      />
      {name !== null && <CaptureName name={name} onChange={set} />}
    </>
  );
}

function CaptureName({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTranslation('inspector');
  const id = useId();
  const key = useStepKey();
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name;
  const problem = saveNameProblem(shown, key, editor.store.getState().document);
  const words = {
    empty: <Trans t={t} i18nKey={($) => $.saveName.empty} components={{ b: <code /> }} />,
    invalid: t(($) => $.saveName.invalid),
    reserved: t(($) => $.saveName.reserved, { name: shown }),
    duplicate: t(($) => $.saveName.duplicate, { step: problem?.kind === 'duplicate' ? problem.step : '' }),
    shape: t(($) => $.saveName.shape),
  };
  return (
    <>
      <FieldFrame
        pointer={POINTER}
        label={t(($) => $.tryCatch.name)}
        htmlFor={id}
        {...(problem === null ? {} : { problem: words[problem.kind] })}
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
