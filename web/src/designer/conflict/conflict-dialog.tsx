import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/use-format.ts';
import dialog from '../../ui/dialog.module.css';
import { Loading } from '../../ui/states.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { fromDefinition } from '../model/definition.ts';
import type { DesignDocument, StepKey } from '../model/document.ts';
import { replaceDocument } from '../model/replace-document.ts';
import type { DesignedWorkflow } from '../page/designer-types.ts';
import { useDraftSaver } from '../page/use-draft.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import classes from './conflict.module.css';
import { ConflictRow } from './conflict-row.tsx';
import { mergeDocuments, ownChoices, planMerge, type Side } from './merge.ts';

const route = getRouteApi('/shell/workflows/$workflowId');

/** Two drafts made from one, side by side: what only one has touched is chosen already, the rest asks. */
export function ConflictDialog({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('designer');
  const { t: tCommon } = useTranslation('common');
  const { workflowId } = route.useParams();
  const trpc = useTRPC();
  const theirs = useQuery(trpc.workflows.get.queryOptions({ workflowId, version: 'draft' }, { staleTime: 0 }));
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t(($) => $.conflict.title)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      {theirs.isFetching && <Loading rows={3} what={t(($) => $.conflict.theirs)} />}
      {theirs.isError && <ServerError error={theirs.error} onRetry={() => void theirs.refetch()} />}
      {!theirs.isFetching && theirs.data !== undefined && <Merge theirs={theirs.data} onClose={onClose} />}
    </Modal>
  );
}

function Merge({ theirs, onClose }: { theirs: DesignedWorkflow; onClose: () => void }) {
  const { t } = useTranslation('designer');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const editor = useEditor();
  const saver = useDraftSaver();
  const mine = useEditorState((state) => state.document);
  const base = useEditorState((state) => state.saved);
  const other = useMemo(() => fromDefinition(theirs.definition as never), [theirs]);
  const plan = useMemo(() => planMerge(base, mine, other), [base, mine, other]);
  const [choices, setChoices] = useState<ReadonlyMap<StepKey, Side>>(() => ownChoices(plan));
  const choose = (key: StepKey, side: Side) => setChoices(new Map(choices).set(key, side));
  const all = (side: Side) => setChoices(new Map(plan.rows.map((row) => [row.key, side])));
  const keep = () => {
    const merged: DesignDocument = mergeDocuments(plan, mine, other, choices);
    editor.run(replaceDocument({ ...merged, head: { ...merged.head, version: other.head.version } }));
    editor.markSaved(other);
    onClose();
    void saver.resolve(theirs.draftVersion);
  };
  return (
    <>
      <p className={dialog.effect}>{t(($) => $.conflict.text, { time: format.time(theirs.updatedAt) })}</p>
      <div className={classes.all}>
        <Button variant="default" size="xs" onClick={() => all('mine')}>
          {t(($) => $.conflict.allMine)}
        </Button>
        <Button variant="default" size="xs" onClick={() => all('theirs')}>
          {t(($) => $.conflict.allTheirs)}
        </Button>
      </div>
      <ul className={classes.rows} aria-label={t(($) => $.conflict.differences)}>
        {plan.rows.map((row) => (
          <ConflictRow
            key={row.key}
            row={row}
            heads={{ mine: mine.head, theirs: other.head }}
            choice={choices.get(row.key) ?? 'mine'}
            onChoose={(side) => choose(row.key, side)}
          />
        ))}
      </ul>
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {tCommon(($) => $.back)}
        </Button>
        <Button onClick={keep}>{t(($) => $.conflict.keep)}</Button>
      </div>
    </>
  );
}
