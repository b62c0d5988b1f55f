import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import links from '../../ui/text-link.module.css';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import { ProblemsButton } from '../validation/problems-button.tsx';
import classes from './designer-bar.module.css';
import type { DesignedWorkflow } from './designer-types.ts';
import { PublishButton } from './publish-button.tsx';
import { RunNowButton } from './run-now-button.tsx';
import { SaveStatus } from './save-status.tsx';
import { designerViews } from './search.ts';

const route = getRouteApi('/shell/workflows/$workflowId');

/** Where am I, what is saved, which view, undo, problems, run, publish. The order never changes. */
export function DesignerBar({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  const name = useEditorState((state) => state.document.head.name);
  return (
    <header className={classes.bar} data-work-bar>
      <nav aria-label={t(($) => $.trail)} className={classes.trail}>
        <Link to="/workflows" search={{}} className={links.link}>
          {t(($) => $.workflows)}
        </Link>
        <IconChevronRight size={14} aria-hidden />
      </nav>
      <h1 className={classes.name} title={name}>
        {name}
      </h1>
      <Badge hue="grey">
        {workflow.publishedVersion === null
          ? t(($) => $.neverPublished)
          : t(($) => $.liveVersion, { version: workflow.publishedVersion })}
      </Badge>
      <SaveStatus />
      <Views />
      <div className={classes.actions}>
        <UndoRedo />
        <ProblemsButton />
        <RunNowButton workflow={workflow} />
        <PublishButton workflow={workflow} />
      </div>
    </header>
  );
}

function Views() {
  const { t } = useTranslation('designer');
  const { view = 'design' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SegmentedControl
      className={classes.views}
      aria-label={t(($) => $.views.label)}
      value={view}
      onChange={(next) =>
        void navigate({ search: { view: designerViews.find((each) => each === next && each !== 'design') } })
      }
      data={designerViews.map((each) => ({ value: each, label: t(($) => $.views[each]) }))}
    />
  );
}

function UndoRedo() {
  const { t } = useTranslation('designer');
  const editor = useEditor();
  const canUndo = useEditorState((state) => state.history.past.length > 0);
  const canRedo = useEditorState((state) => state.history.future.length > 0);
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  if (isReadOnly) return null;
  return (
    <>
      <Tooltip label={t(($) => $.undo)}>
        <ActionIcon aria-label={t(($) => $.undo)} disabled={!canUndo} onClick={() => editor.undo()}>
          <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t(($) => $.redo)}>
        <ActionIcon aria-label={t(($) => $.redo)} disabled={!canRedo} onClick={() => editor.redo()}>
          <IconArrowForwardUp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
