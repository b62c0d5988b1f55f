import { IconList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import type { StepTree } from '../../steps/step-tree.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { LogLine, RunDetails, StepRow } from '../run-types.ts';
import { LogText } from './log-text.tsx';
import { TabState } from './tab-state.tsx';
import classes from './tabs.module.css';

/** What the run noted down while it worked. */
export function LogsTab({ run, tree, rows }: { run: RunDetails; tree: StepTree; rows: readonly StepRow[] }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const logs = useQuery(trpc.runs.logs.queryOptions({ runId: run.runId, limit: 200 }));
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
      shown: 'wide',
      cell: (row) => <code className={classes.code}>{row.stepPath}</code>,
    },
  ];
  return (
    <TabState query={logs} what={t(($) => $.tabs.logs)}>
      {(page) => (
        <DataTable
          label={t(($) => $.tabs.logs)}
          columns={columns}
          rows={page.items}
          rowKey={(row) => row.logId}
          empty={<EmptyState icon={IconList} title={t(($) => $.logs.empty.title)} text={t(($) => $.logs.empty.text)} />}
        />
      )}
    </TabState>
  );
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
