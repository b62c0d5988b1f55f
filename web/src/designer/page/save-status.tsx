import { Button, Tooltip } from '@mantine/core';
import { IconCloud, IconCloudCheck, IconCloudOff, IconCloudUp, IconGitCompare } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import type { SaveState } from '../saving/draft-saver.ts';
import { useEditorState } from '../store/editor-context.ts';
import classes from './designer-bar.module.css';
import { useDraftSaver, useSaveState } from './use-draft.ts';

const ConflictDialog = lazyPart(() => import('../conflict/conflict-dialog.tsx'), 'ConflictDialog');

const icons: Record<SaveState['kind'], typeof IconCloud> = {
  saved: IconCloudCheck,
  unsaved: IconCloud,
  saving: IconCloudUp,
  failed: IconCloudOff,
  conflict: IconGitCompare,
};

/** What is saved, in words; what cannot be saved says why and what to do. */
export function SaveStatus() {
  const { t } = useTranslation('designer');
  const errors = useErrorText();
  const state = useSaveState();
  const saver = useDraftSaver();
  const isReadOnly = useEditorState((editor) => editor.isReadOnly);
  const [comparing, setComparing] = useState(false);
  const text = useSaveText(state);
  const Glyph = icons[state.kind];
  if (isReadOnly) return <span className={classes.saved}>{t(($) => $.save.readOnly)}</span>;
  return (
    <span className={classes.saved} data-state={state.kind} role="status">
      <Tooltip label={state.kind === 'failed' ? errors.of(state.error) : text}>
        <span className={classes.savedWords}>
          <Glyph size={16} stroke={1.7} aria-hidden />
          <span className={classes.savedText}>{text}</span>
        </span>
      </Tooltip>
      {state.kind === 'failed' && (
        <Button variant="default" size="xs" onClick={() => void saver.flush()}>
          {t(($) => $.save.now)}
        </Button>
      )}
      {state.kind === 'conflict' && (
        <Button variant="default" size="xs" onClick={() => setComparing(true)}>
          {t(($) => $.save.compare)}
        </Button>
      )}
      {comparing && (
        <Suspense fallback={null}>
          <ConflictDialog onClose={() => setComparing(false)} />
        </Suspense>
      )}
    </span>
  );
}

function useSaveText(state: SaveState): string {
  const { t } = useTranslation('designer');
  const format = useFormat();
  if (state.kind !== 'saved') return t(($) => $.save[state.kind]);
  if (state.at === null) return t(($) => $.save.saved);
  return t(($) => $.save.savedAt, { time: format.time(new Date(state.at).toISOString()) });
}
