import {
  IconDatabaseImport,
  IconDatabaseX,
  IconHistoryOff,
  IconLinkPlus,
  IconSubtask,
  IconUnlink,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { EmptyState } from '../../ui/states.tsx';
import links from '../../ui/text-link.module.css';
import { Tile } from '../../ui/tile.tsx';
import { addressOf } from '../data/use-calls.ts';
import type { RunChanges } from '../run-types.ts';
import { useRunView } from '../view/run-view.tsx';
import { StepLink } from '../view/step-link.tsx';
import { type ChangeKind, type ChangeRow, changeRows } from './change-rows.ts';
import { ChangedThing } from './changed-thing.tsx';
import classes from './changes.module.css';
import { Differences } from './difference.tsx';

/** What the run changed for good, in the order in which it did: entries, links and records, with before and after. */
export function Changes({ changes }: { changes: RunChanges }) {
  const { t } = useTranslation('runs');
  const { rows } = useRunView();
  const list = useMemo(() => {
    const order = new Map(rows.map((row) => [addressOf(row.stepPath, row.iterationKey), row.sequence]));
    return changeRows(changes, (path, at) => order.get(addressOf(path, at)) ?? 0);
  }, [changes, rows]);
  const columns: Column<ChangeRow>[] = [
    { id: 'what', header: t(($) => $.changes.what), width: '13rem', cell: (row) => <WhatCell row={row} /> },
    { id: 'where', header: t(($) => $.changes.where), cell: (row) => <ChangedThing thing={row.thing} /> },
    {
      id: 'change',
      header: t(($) => $.changes.beforeAndAfter),
      cell: (row) => <Differences row={row} />,
    },
    {
      id: 'when',
      header: t(($) => $.changes.when),
      width: '7rem',
      align: 'end',
      shown: 'wide',
      cell: (row) => (
        <span className={classes.quiet}>
          <Moment iso={row.changedAt} absolute />
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={t(($) => $.changes.title)}
        columns={columns}
        rows={list}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={IconHistoryOff}
            title={t(($) => $.changes.empty.title)}
            text={t(($) => $.changes.empty.text)}
          />
        }
        tall
      />
      {changes.isCut && <p className={classes.note}>{t(($) => $.changes.cut)}</p>}
    </>
  );
}

const looks = {
  entrySet: { icon: IconDatabaseImport, family: 'store' },
  entryDeleted: { icon: IconDatabaseX, family: 'store' },
  linkAdded: { icon: IconLinkPlus, family: 'store' },
  linkChanged: { icon: IconLinkPlus, family: 'store' },
  linkDeleted: { icon: IconUnlink, family: 'store' },
  taskCreated: { icon: IconSubtask, family: 'records' },
  taskChanged: { icon: IconSubtask, family: 'records' },
  taskDeleted: { icon: IconSubtask, family: 'records' },
  projectCreated: { icon: IconSubtask, family: 'records' },
  projectChanged: { icon: IconSubtask, family: 'records' },
  projectDeleted: { icon: IconSubtask, family: 'records' },
} as const satisfies Record<ChangeKind, unknown>;

function WhatCell({ row }: { row: ChangeRow }) {
  const { t } = useTranslation('runs');
  const { tree } = useRunView();
  const step = row.stepPath === null ? undefined : tree.steps.get(row.stepPath);
  return (
    <span className={classes.what}>
      <Tile {...looks[row.kind]} size={24} />
      <span>
        <strong>{t(($) => $.changes.kinds[row.kind])}</strong>
        {step !== undefined && (
          <StepLink step={step} at={row.iterationKey} className={`${links.link} ${classes.step}`} />
        )}
      </span>
    </span>
  );
}
