import { IconDatabaseImport, IconDatabaseX, IconHistoryOff, IconLinkPlus, IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import type { StepTree } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { EmptyState } from '../../ui/states.tsx';
import links from '../../ui/text-link.module.css';
import { Tile } from '../../ui/tile.tsx';
import type { RunDetails } from '../run-types.ts';
import { type ChangeRow, changeRows } from './change-rows.ts';
import { TabState } from './tab-state.tsx';
import classes from './tabs.module.css';

/** What the run changed for good: entries and links, with before and after. */
export function ChangesTab({ run, tree }: { run: RunDetails; tree: StepTree }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const changes = useQuery(trpc.runs.changes.queryOptions({ runId: run.runId }));
  return (
    <TabState query={changes} what={t(($) => $.tabs.changes)}>
      {(data) => (
        <>
          <ChangeTable run={run} tree={tree} rows={changeRows(data)} />
          {data.isCut && <p className={classes.note}>{t(($) => $.changes.cut)}</p>}
        </>
      )}
    </TabState>
  );
}

function ChangeTable({ run, tree, rows }: { run: RunDetails; tree: StepTree; rows: readonly ChangeRow[] }) {
  const { t } = useTranslation('runs');
  const columns: Column<ChangeRow>[] = [
    { id: 'what', header: t(($) => $.changes.what), cell: (row) => <WhatCell run={run} tree={tree} row={row} /> },
    {
      id: 'where',
      header: t(($) => $.changes.where),
      cell: (row) => <code className={classes.code}>{row.where}</code>,
    },
    {
      id: 'change',
      header: t(($) => $.changes.beforeAndAfter),
      shown: 'wide',
      cell: (row) => <BeforeAfter row={row} />,
    },
    {
      id: 'when',
      header: t(($) => $.changes.when),
      width: '8rem',
      align: 'end',
      shown: 'wide',
      cell: (row) => <Moment iso={row.changedAt} absolute />,
    },
  ];
  return (
    <DataTable
      label={t(($) => $.tabs.changes)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      secondLine={(row) => <BeforeAfter row={row} />}
      empty={
        <EmptyState
          icon={IconHistoryOff}
          title={t(($) => $.changes.empty.title)}
          text={t(($) => $.changes.empty.text)}
        />
      }
      tall
    />
  );
}

const icons = {
  entrySet: IconDatabaseImport,
  entryDeleted: IconDatabaseX,
  linkAdded: IconLinkPlus,
  linkDeleted: IconUnlink,
} as const;

function WhatCell({ run, tree, row }: { run: RunDetails; tree: StepTree; row: ChangeRow }) {
  const { t } = useTranslation('runs');
  const nameOf = useStepName();
  const step = row.stepPath === null ? undefined : tree.steps.get(row.stepPath);
  return (
    <span className={classes.what}>
      <Tile icon={icons[row.kind]} family="store" size={24} />
      <span>
        <strong>{t(($) => $.changes.kinds[row.kind])}</strong>
        {step !== undefined && (
          <small>
            <Link
              to="/runs/$runId"
              params={{ runId: run.runId }}
              search={{ tab: 'step', step: step.path, at: row.iterationKey === '' ? undefined : row.iterationKey }}
              className={links.link}
            >
              {nameOf(step)}
            </Link>
          </small>
        )}
      </span>
    </span>
  );
}

function BeforeAfter({ row }: { row: ChangeRow }) {
  const { t } = useTranslation('runs');
  const side = (value: string | null) => value ?? t(($) => $.changes.nothing);
  return (
    <span className={classes.code}>
      {t(($) => $.changes.arrow, { before: side(row.before), after: side(row.after) })}
    </span>
  );
}
