import { IconPlugConnected } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type More, Paged } from '../../api/paged.tsx';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import { Badge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { shownStepStatus } from '../../ui/status.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import links from '../../ui/text-link.module.css';
import { Tile } from '../../ui/tile.tsx';
import type { useCalls } from '../data/use-calls.ts';
import { tookMs } from '../durations.ts';
import type { Invocation } from '../run-types.ts';
import { useRunView } from '../view/run-view.tsx';
import { StepLink } from '../view/step-link.tsx';

import { TabEmpty } from './tab-empty.tsx';
import classes from './tabs.module.css';

/** Every call of an action: what it promises about doing things once, how often it was tried, how it ended. */
export function CallsTab({ calls }: { calls: ReturnType<typeof useCalls> }) {
  const { t } = useTranslation('runs');
  return (
    <Paged query={calls.query} what={t(($) => $.tabs.calls)}>
      {(items, more) => <CallTable calls={items} more={more} />}
    </Paged>
  );
}

function CallTable({ calls, more }: { calls: readonly Invocation[]; more: More | undefined }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const columns: Column<Invocation>[] = [
    { id: 'action', header: t(($) => $.calls.action), cell: (row) => <ActionCell call={row} /> },
    {
      id: 'promise',
      header: t(($) => $.calls.promise),
      width: '9rem',
      shown: 'wide',
      cell: (row) => <PromiseBadge effect={row.effect} />,
    },
    {
      id: 'attempts',
      header: t(($) => $.calls.tries),
      width: '5rem',
      align: 'end',
      cell: (row) => format.number(row.attempts),
    },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      width: '7rem',
      cell: (row) => <StatusBadge status={shownStepStatus(row.status)} />,
    },
    {
      id: 'took',
      header: t(($) => $.columns.took),
      width: '5rem',
      align: 'end',
      cell: (row) => {
        const took = tookMs(row);
        return took === null ? '' : format.duration(took);
      },
    },
  ];
  return (
    <DataTable
      label={t(($) => $.tabs.calls)}
      columns={columns}
      rows={calls}
      rowKey={(row) => row.invocationId}
      secondLine={(row) => <PromiseBadge effect={row.effect} />}
      empty={<TabEmpty icon={IconPlugConnected} of="calls" />}
      more={more}
      tall
    />
  );
}

function ActionCell({ call }: { call: Invocation }) {
  const { tree } = useRunView();
  const step = tree.steps.get(call.stepPath);
  const labels = useEntryLabels();
  const kind = kindOf(call.actionId);
  return (
    <span className={classes.what}>
      <Tile icon={kind.icon} family={kind.family} size={24} />
      <span>
        {step === undefined ? (
          labels.action(call.actionId)
        ) : (
          <StepLink step={step} at={call.iterationKey} className={links.name}>
            {labels.action(call.actionId)}
          </StepLink>
        )}
        <small>
          <code>{`${call.actionId}@${call.actionVersion}`}</code>
        </small>
      </span>
    </span>
  );
}

const promises = { transactional: 'moss', keyed: 'azure', 'at-least-once': 'ember' } as const;

function PromiseBadge({ effect }: { effect: string }) {
  const { t } = useTranslation('runs');
  if (effect === 'transactional' || effect === 'keyed' || effect === 'at-least-once') {
    return <Badge hue={promises[effect]}>{t(($) => $.calls.promises[effect])}</Badge>;
  }
  return <span className={classes.quiet}>{t(($) => $.calls.promises.pure)}</span>;
}
