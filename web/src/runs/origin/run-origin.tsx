import { type Icon, IconActivity, IconBolt, IconHandClick } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type RunDetails, shortId } from '../run-types.ts';
import { type ChainLink, originChain } from './origin-chain.ts';
import classes from './run-origin.module.css';

/** What led to the run and what it led to, as a pipe of its own. */
export function RunOrigin({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const events = useQuery(trpc.runs.events.queryOptions({ runId: run.runId }));
  const chain = originChain(run, events.data?.items ?? []);
  const here = chain.findIndex((link) => link.is === 'this');
  return (
    <div className={classes.origin}>
      <Panel heading={t(($) => $.origin.title)}>
        <ol className={classes.chain}>
          {chain.map((link, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the links of a chain have no identity but their place
            <li key={index} className={classes.link} data-led={index > here || undefined}>
              <ChainCard run={run} link={link} />
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function ChainCard({ run, link }: { run: RunDetails; link: ChainLink }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  const format = useFormat();
  switch (link.is) {
    case 'hand':
      return <Card icon={IconHandClick} name={t(($) => $.startedBy.hand)} note={format.dateTime(run.startedAt)} />;
    case 'this':
      return <Card icon={IconActivity} name={t(($) => $.origin.thisRun)} note={shortId(run.runId)} current />;
    case 'run':
      return (
        <Link to="/runs/$runId" params={{ runId: link.runId }} search={{}} className={classes.open}>
          <Card icon={IconActivity} name={t(($) => $.runName, { id: shortId(link.runId) })} note={null} />
        </Link>
      );
    case 'event':
      return (
        <Card
          icon={IconBolt}
          name={link.name === null ? t(($) => $.startedBy.event) : labels.event(link.name)}
          note={link.count > 1 ? t(($) => $.origin.times, { count: link.count }) : link.about}
        />
      );
  }
}

function Card({
  icon: Glyph,
  name,
  note,
  current = false,
}: {
  icon: Icon;
  name: string;
  note: ReactNode;
  current?: boolean;
}) {
  return (
    <span className={classes.card} data-current={current || undefined}>
      <Glyph size={15} stroke={1.65} aria-hidden />
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {note !== null && <span className={classes.note}>{note}</span>}
      </span>
    </span>
  );
}
