import { Button, Tooltip } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import { openProblems } from '../validation/use-problems.ts';
import type { DesignedWorkflow } from './designer-types.ts';
import { useDraftSaver } from './use-draft.ts';

const PublishDialog = lazyPart(() => import('./publish-dialog.tsx'), 'PublishDialog');

/** Saves, then shows what publishing would change; problems that are known come first. */
export function PublishButton({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  const { t: tCommon } = useTranslation('common');
  const mayPublish = useMay('workflow:publish');
  const editor = useEditor();
  const saver = useDraftSaver();
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const hasChanges = useEditorState((state) => state.document !== state.saved) || workflow.hasUnpublishedChanges;
  const reason = !mayPublish
    ? tCommon(($) => $.needsPermission, { permission: 'workflow:publish' })
    : hasChanges
      ? null
      : t(($) => $.publish.nothing);
  const begin = async () => {
    setSaving(true);
    const state = await saver.flush();
    setSaving(false);
    if (state.kind === 'failed' || state.kind === 'conflict') return;
    if (editor.store.getState().issues.some((issue) => issue.severity === 'error')) {
      openProblems(true);
    } else {
      setAsking(true);
    }
  };
  return (
    <>
      <Tooltip label={reason} disabled={reason === null}>
        <Button
          loading={saving}
          {...(reason !== null && { 'data-disabled': true })}
          aria-disabled={reason !== null}
          onClick={(event) => (reason === null ? void begin() : event.preventDefault())}
        >
          {t(($) => $.publish.verb)}
        </Button>
      </Tooltip>
      {asking && (
        <Suspense fallback={null}>
          <PublishDialog workflow={workflow} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
