import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFold, IconFoldDown, IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutsButton } from '../editor-actions/shortcuts-button.tsx';
import { useEditorState } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import { canvasStore, useCanvas } from './canvas-store.ts';
import { Finder } from './finder.tsx';
import { foldablePipes } from './pipe-tree.ts';

/** Above the pipe: finding, folding, the keys. */
export function CanvasTools({ onFoldAll }: { onFoldAll: (folded: boolean) => void }) {
  const { t } = useTranslation('canvas');
  const isFinding = useCanvas((state) => state.isFinding);
  const canFold = useEditorState((state) => foldablePipes(state.document).length > 0);
  const anyOpen = useEditorState((state) => foldablePipes(state.document).some((pipe) => !state.folded.has(pipe)));
  useFindShortcut();
  return (
    <div className={classes.tools}>
      {isFinding && <Finder />}
      {canFold && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={
            anyOpen ? (
              <IconFold size={16} stroke={1.65} aria-hidden />
            ) : (
              <IconFoldDown size={16} stroke={1.65} aria-hidden />
            )
          }
          onClick={() => onFoldAll(anyOpen)}
        >
          {anyOpen ? t(($) => $.foldAll) : t(($) => $.unfoldAll)}
        </Button>
      )}
      {!isFinding && (
        <Tooltip label={t(($) => $.find.open)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(($) => $.find.open)}
            onClick={() => canvasStore.setState({ isFinding: true })}
          >
            <IconSearch size={17} stroke={1.65} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <ShortcutsButton />
    </div>
  );
}

/** Ctrl+F finds steps, which are not all on the page, instead of words of the page. In a field it stays the browser's. */
function useFindShortcut(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f')
        return;
      const inField =
        event.target instanceof Element && event.target.closest('[data-region="inspector"], [role="dialog"]');
      if (inField) return;
      event.preventDefault();
      canvasStore.setState({ isFinding: true });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
