import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { Moment } from '../../ui/moment.tsx';
import links from '../../ui/text-link.module.css';
import type { Origin } from '../data-types.ts';
import { useOriginText } from '../use-origin-text.ts';
import classes from './history.module.css';

/** A pipe of changes, the newest on top. */
export function Revisions({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className={classes.pipe} aria-label={label}>
      {children}
    </ol>
  );
}

export interface RevisionProps {
  /** In the collar on the pipe: a number, or an icon where there is none. */
  mark: ReactNode;
  markLabel: string;
  isNewest: boolean;
  origin: Origin;
  /** What was done, where the diff does not say it. */
  did?: string | null;
  revert?: { label: string; verb: string; onClick: () => void } | null;
  children?: ReactNode;
}

/** One change: who made it, when, what it changed, in which step of which run or why by hand. */
export function Revision({ mark, markLabel, isNewest, origin, did = null, revert = null, children }: RevisionProps) {
  const { t } = useTranslation('data');
  const { who, badge } = useOriginText()(origin);
  return (
    <li className={classes.revision} data-newest={isNewest || undefined}>
      <span className={classes.collar} role="img" aria-label={markLabel}>
        {mark}
      </span>
      <div className={classes.who}>
        <strong>{who}</strong>
        {badge !== null && <Badge hue="azure">{t(($) => $.origins[badge])}</Badge>}
        {did !== null && <span className={classes.did}>{did}</span>}
        <span className={classes.when}>
          <Moment iso={origin.changedAt} />
        </span>
      </div>
      {children}
      <div className={classes.foot}>
        <Where origin={origin} />
        {isNewest && <Badge>{t(($) => $.history.now)}</Badge>}
        {revert !== null && (
          <Button
            size="xs"
            variant="subtle"
            className={classes.revert ?? ''}
            leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
            aria-label={revert.label}
            onClick={revert.onClick}
          >
            {revert.verb}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The step with a link into its run; for a change by hand its reason. */
function Where({ origin }: { origin: Origin }) {
  const { t } = useTranslation('data');
  const { step } = useOriginText()(origin);
  const { runId, stepPath, iterationKey, reason } = origin;
  if (runId === null) return reason === null ? null : <span className={classes.where}>{reason}</span>;
  return (
    <span className={classes.where}>
      {step !== null && <span>{step}</span>}
      <Link
        to="/runs/$runId"
        params={{ runId }}
        search={{
          step: stepPath ?? undefined,
          at: iterationKey === null || iterationKey === '' ? undefined : iterationKey,
        }}
        className={links.link}
      >
        <code>{t(($) => $.origins.run, { id: runId.slice(-6) })}</code>
      </Link>
    </span>
  );
}
