import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusRegion } from '../../canvas/use-region-keys.ts';
import { renameStep } from '../../model/commands/rename-step.ts';
import { useEditor, useEditorState } from '../../store/editor-context.ts';
import { useIsReadOnly } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { useStepKey } from '../step-context.ts';

const MAX_NAME = 256;

/** The author's own name, changed in place: one change however long it was typed. Without one the step is called by what it does. */
export function StepName({ usual }: { usual: string }) {
  const key = useStepKey();
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const { t } = useTranslation('inspector');
  const name = useEditorState((state) => state.document.steps[key]?.name) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const isGivenUp = useRef(false);
  const commit = () => {
    if (typed !== null && !isGivenUp.current && typed.trim() !== name) editor.run(renameStep(key, typed.trim()));
    isGivenUp.current = false;
    setTyped(null);
  };
  return (
    <div data-pointer="/name" className={classes.name}>
      <TextInput
        aria-label={t(($) => $.head.name)}
        placeholder={usual}
        value={typed ?? (name === '' ? usual : name)}
        maxLength={MAX_NAME}
        readOnly={isReadOnly}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          isGivenUp.current = event.key === 'Escape';
          event.currentTarget.blur();
          focusRegion('canvas');
        }}
      />
    </div>
  );
}
