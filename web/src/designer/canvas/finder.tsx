import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ancestorsOf, pipeKey, type StepKey, slotsOf } from '../model/document.ts';
import { selectSteps } from '../model/selection.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import { stopOfStep } from './canvas-layout.ts';
import { canvasStore, scrollToStop } from './canvas-store.ts';
import { findSteps } from './find-steps.ts';
import { useCardName } from './use-words.ts';

/** Finds steps by their words, ids, settings and expressions; Enter goes from one to the next. */
export function Finder() {
  const { t } = useTranslation('canvas');
  const nameOf = useCardName();
  const document = useEditorState((state) => state.document);
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(() => findSteps(document, text, nameOf), [document, text, nameOf]);
  const jump = useJump();
  const go = (step: number) => {
    if (found.length === 0) return;
    const next = (at + step + found.length) % found.length;
    setAt(next);
    const key = found[next];
    if (key !== undefined) jump(key);
  };
  const close = () => {
    canvasStore.setState({ isFinding: false });
    scrollToStop(canvasStore.getState().focused, { focus: true });
  };
  const place = at < 0 ? 0 : Math.min(at, found.length - 1) + 1;
  return (
    <search className={classes.finder}>
      <TextInput
        autoFocus
        type="search"
        size="xs"
        aria-label={t(($) => $.find.label)}
        placeholder={t(($) => $.find.label)}
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output className={classes.found}>
        {text.trim() === ''
          ? ''
          : found.length === 0
            ? t(($) => $.find.none)
            : t(($) => $.find.place, { at: place, total: found.length })}
      </output>
      <ActionIcon aria-label={t(($) => $.find.previous)} disabled={found.length === 0} onClick={() => go(-1)}>
        <IconChevronUp size={16} stroke={1.65} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t(($) => $.find.next)} disabled={found.length === 0} onClick={() => go(1)}>
        <IconChevronDown size={16} stroke={1.65} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t(($) => $.find.close)} onClick={close}>
        <IconX size={16} stroke={1.65} aria-hidden />
      </ActionIcon>
    </search>
  );
}

/** Unfolds what hides a step, selects it and brings it into sight; the keyboard stays in the field. */
function useJump() {
  const editor = useEditor();
  return (key: StepKey) => {
    const { document, folded } = editor.store.getState();
    for (const around of ancestorsOf(document, key)) {
      for (const { name } of slotsOf(document, around)) {
        const pipe = pipeKey(around, name);
        if (folded.has(pipe)) editor.setFolded(pipe, false);
      }
    }
    editor.select(selectSteps(key));
    canvasStore.setState({ focused: stopOfStep(key) });
    scrollToStop(stopOfStep(key));
  };
}
