import { IconList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type More, Paged } from '../../api/paged.tsx';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import type { LogLine } from '../run-types.ts';
import { useRunView } from '../view/run-view.tsx';
import { StepLink } from '../view/step-link.tsx';
import { LogText } from './log-text.tsx';

import { TAB_PAGE, TabEmpty } from './tab-empty.tsx';
import classes from './tabs.module.css';

/** What the run noted down while it worked. */
export function LogsTab() {
  const { t } = useTranslation('runs');
  const { run } = useRunView();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { runId: run.runId, limit: TAB_PAGE };
  const logs = usePages(trpc.runs.logs.infiniteQueryKey(input), (cursor) =>
    client.runs.logs.query({ ...input, cursor }),
  );
  return (
    <Paged query={logs} what={t(($) => $.tabs.logs)}>
      {(items, more) => <LogTable lines={items} more={more} />}
    </Paged>
  );
}

function LogTable({ lines, more }: { lines: readonly LogLine[]; more: More | undefined }) {
  const { t } = useTranslation('runs');
  const { tree, rows } = useRunView();
  const columns: Column<LogLine>[] = [
    {
      id: 'at',
      header: t(($) => $.logs.columns.at),
      width: '9rem',
      cell: (row) => <Moment iso={row.createdAt} absolute />,
    },
    { id: 'level', header: t(($) => $.logs.columns.level), width: '6rem', cell: (row) => <Level level={row.level} /> },
    {
      id: 'text',
      header: t(($) => $.logs.columns.text),
      cell: (row) => <LogText line={row} tree={tree} rows={rows} />,
    },
    {
      id: 'step',
      header: t(($) => $.logs.columns.step),
      width: '12rem',
      shown: 'wide',
      cell: (row) => <StepCell path={row.stepPath} />,
    },
  ];
  return (
    <DataTable
      label={t(($) => $.tabs.logs)}
      columns={columns}
      rows={lines}
      rowKey={(row) => row.logId}
      empty={<TabEmpty icon={IconList} of="logs" />}
      more={more}
    />
  );
}

function StepCell({ path }: { path: string | null }) {
  const { tree } = useRunView();
  const step = path === null ? undefined : tree.steps.get(path);
  return step === undefined ? null : <StepLink step={step} />;
}

const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

function Level({ level }: { level: string }) {
  const { t } = useTranslation('runs');
  const known = levels.find((each) => each === level) ?? 'INFO';
  return (
    <span className={classes.level} data-level={known}>
      {t(($) => $.logs.levels[known])}
    </span>
  );
}
