import { Popover } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { onlyStep } from '../model/selection.ts';
import { InsertPicker } from '../palette/insert-picker.tsx';
import { useEditor } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import { type CanvasLayout, gapId, stopOfStep } from './canvas-layout.ts';
import { canvasStore, scrollToStop, useCanvas } from './canvas-store.ts';

/** Asks what to put at the place that was chosen. One for the whole canvas, set beside the gap. */
export function InsertPopover({ layout }: { layout: CanvasLayout }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const place = useCanvas((state) => state.insertAt);
  const shownAt = useRef(editor.store.getState().document);
  const gap = place === null ? undefined : layout.gaps.find((each) => each.id === gapId(place));
  const close = () => {
    if (canvasStore.getState().insertAt === null) return;
    canvasStore.setState({ insertAt: null });
    const { document, selection } = editor.store.getState();
    const added = document === shownAt.current ? null : onlyStep(selection);
    scrollToStop(added === null ? canvasStore.getState().focused : stopOfStep(added), { focus: true });
  };
  if (place === null || gap === undefined) {
    shownAt.current = editor.store.getState().document;
    return null;
  }
  return (
    <Popover
      opened
      onChange={(opened) => !opened && close()}
      onDismiss={close}
      position="bottom-start"
      offset={10}
      width={340}
      shadow="md"
      radius="md"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span
          className={classes.anchor}
          style={{ insetBlockStart: `${gap.y / 16}rem`, insetInlineStart: `${(gap.axis - 12) / 16}rem` }}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t(($) => $.insert.title)}>
        <InsertPicker key={gap.id} place={place} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
