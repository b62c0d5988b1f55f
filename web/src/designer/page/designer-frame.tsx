import { useMediaQuery } from '@mantine/hooks';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Loading } from '../../ui/states.tsx';
import { Canvas } from '../canvas/canvas.tsx';
import { useShortcuts } from '../editor-actions/use-shortcuts.ts';
import { Palette } from '../palette/palette.tsx';
import { useEditorState } from '../store/editor-context.ts';
import classes from './designer.module.css';
import type { DesignedWorkflow } from './designer-types.ts';
import { ResizeHandle } from './resize-handle.tsx';
import { useInspectorSize } from './use-inspector-size.ts';
import { usePayloadMode } from './use-payload-mode.ts';
import { useSaveShortcut } from './use-save-shortcut.ts';

// The pipe is there first; forms come right after it.
const Inspector = lazyPart(() => import('../inspector/inspector.tsx'), 'Inspector');
const TriggerForm = lazyPart(() => import('../trigger/trigger-form.tsx'), 'TriggerForm');
const WorkflowForm = lazyPart(() => import('./workflow-form.tsx'), 'WorkflowForm');

/** Palette, pipe and inspector side by side; under 1,100 px one above the other, the inspector as a sheet. */
export function DesignerFrame({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const size = useInspectorSize(narrow);
  const contract = usePayloadMode(workflow);
  useShortcuts();
  useSaveShortcut();
  return (
    <div
      className={classes.frame}
      data-narrow={narrow || undefined}
      data-palette={isReadOnly ? 'none' : undefined}
      style={size.style}
    >
      {isReadOnly ? null : (
        <aside className={classes.palette} data-region="palette" aria-label={t(($) => $.regions.palette)}>
          <Palette />
        </aside>
      )}
      <section className={classes.canvas} data-region="canvas" aria-label={t(($) => $.regions.canvas)}>
        {isReadOnly && (
          <p className={classes.readOnly} role="note">
            {t(($) => $.readOnly)}
          </p>
        )}
        <Canvas />
      </section>
      <aside className={classes.inspector} data-region="inspector" aria-label={t(($) => $.regions.inspector)}>
        <ResizeHandle size={size} narrow={narrow} />
        <div className={classes.inspectorBody}>
          <Suspense fallback={<Loading rows={4} what={t(($) => $.regions.inspector)} />}>
            <Inspector
              trigger={<TriggerForm mode={contract.mode} onModeChange={contract.change} />}
              workflow={<WorkflowForm workflow={workflow} />}
            />
          </Suspense>
        </div>
      </aside>
    </div>
  );
}
