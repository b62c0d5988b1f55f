import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { Paged } from '../api/paged.tsx';
import { type Outputs, useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useFormat } from '../i18n/use-format.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Panel } from '../ui/panel.tsx';
import links from '../ui/text-link.module.css';
import { suggestedStatuses } from './record-types.ts';
import classes from './records.module.css';

type TaskChange = Outputs['projectTasks']['history']['items'][number];

const PAGE_SIZE = 20;
const fieldNames = ['title', 'description', 'dueDate', 'status', 'assignedTo'] as const;

/** What happened to a task: each change with the person or the run that made it. */
export function TaskHistory({ taskId }: { taskId: string }) {
  const { t } = useTranslation('records');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { id: taskId, limit: PAGE_SIZE };
  const history = usePages(trpc.projectTasks.history.infiniteQueryKey(input), (cursor) =>
    client.projectTasks.history.query({ ...input, cursor }),
  );
  const columns: Column<TaskChange>[] = [
    { id: 'what', header: t(($) => $.history.what), cell: (row) => <What change={row} /> },
    { id: 'who', header: t(($) => $.history.who), cell: (row) => <Who change={row} /> },
    {
      id: 'when',
      header: t(($) => $.history.when),
      width: '6.5rem',
      align: 'end',
      cell: (row) => (
        <span className={classes.quiet}>
          <Moment iso={row.changedAt} />
        </span>
      ),
    },
  ];
  return (
    <section className={classes.section}>
      <Panel heading={t(($) => $.history.title)}>
        <Paged query={history} rows={2} what={t(($) => $.history.awaited)}>
          {(items, more) => (
            <DataTable
              label={t(($) => $.history.title)}
              columns={columns}
              rows={items}
              rowKey={(row) => row.changeId}
              more={more}
            />
          )}
        </Paged>
      </Panel>
    </section>
  );
}

function What({ change }: { change: TaskChange }) {
  const { t } = useTranslation('records');
  if (change.fields.length === 0) return <strong>{t(($) => $.history.kinds[change.operation])}</strong>;
  return (
    <ul className={classes.fields}>
      {change.fields.map(({ field, before, after }) => {
        const known = fieldNames.find((each) => each === field);
        return (
          <li key={field}>
            <Trans
              t={t}
              i18nKey={($) => $.history.fieldBecame}
              components={{
                field: <Written key="field" text={known === undefined ? field : t(($) => $.fields[known])} quiet />,
                before: <Value key="before" field={field} value={before} />,
                after: <Value key="after" field={field} value={after} />,
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Written({ text, quiet = false }: { text: string; quiet?: boolean }) {
  return <span className={quiet ? classes.quiet : undefined}>{text}</span>;
}

/** Words and days as the reader says them, other texts as they were written. */
function Value({ field, value }: { field: string; value: unknown }) {
  const { t } = useTranslation('common');
  const { t: tRecords } = useTranslation('records');
  const format = useFormat();
  if (value === null) return <Written text={t(($) => $.none)} quiet />;
  const status = field === 'status' ? suggestedStatuses.find((each) => each === value) : undefined;
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  const word = status === undefined ? said : tRecords(($) => $.statuses[status]);
  return <strong className={classes.value}>{field === 'dueDate' ? format.date(word) : word}</strong>;
}

function Who({ change }: { change: TaskChange }) {
  const { t } = useTranslation('records');
  const { names, runId } = change;
  if (runId === null) return <>{names.actor ?? t(($) => $.history.system)}</>;
  return (
    <span className={classes.nameCell}>
      <Link
        to="/runs/$runId"
        params={{ runId }}
        search={{ step: change.stepPath ?? undefined, at: change.iterationKey ?? undefined }}
        className={links.link}
      >
        {names.workflow ?? t(($) => $.history.aRun)}
      </Link>
      {names.step?.name != null && <span className={classes.small}>{names.step.name}</span>}
    </span>
  );
}
