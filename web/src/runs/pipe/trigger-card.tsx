import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { triggerKind } from '../../steps/step-kinds.ts';
import { StatusIcon } from '../../ui/status-badge.tsx';
import { Tile } from '../../ui/tile.tsx';
import type { RunDetails } from '../run-types.ts';
import classes from './run-pipe.module.css';

/** The intake: what started the run, and what it was about. */
export function TriggerCard({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  return (
    <div className={classes.trigger}>
      <Tile icon={triggerKind.icon} family="trigger" />
      <span className={classes.words}>
        <span className={classes.name}>
          {run.eventType === null ? t(($) => $.startedBy.hand) : labels.event(run.eventType)}
        </span>
        <span className={classes.summary}>
          <Subject run={run} />
        </span>
      </span>
      <StatusIcon status="succeeded" />
    </div>
  );
}

/** Records have names; of other events the key says what they are about. */
function Subject({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const { title, name } = (typeof run.input === 'object' && run.input !== null ? run.input : {}) as Record<
    string,
    unknown
  >;
  const said = [title, name].find((each) => typeof each === 'string' && each !== '');
  if (typeof said === 'string') return <strong>{said}</strong>;
  if (run.correlationKey !== null) return <code>{run.correlationKey}</code>;
  return <>{t(($) => $.startedBy[startKind(run)])}</>;
}

function startKind(run: RunDetails): 'event' | 'workflow' | 'handHelp' {
  if (run.parentRunId !== null) return 'workflow';
  return run.eventType === null ? 'handHelp' : 'event';
}
