import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.ts';
import { useMay } from '../session/session.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { shownRunStatus } from '../ui/status.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import links from '../ui/text-link.module.css';
import classes from './run-page.module.css';
import { isOver, type RunDetails, shortId } from './run-types.ts';

const CancelDialog = lazyPart(() => import('./cancel-dialog.tsx'), 'CancelDialog');

/** Where am I, how does it stand, what can be done. */
export function RunBar({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  const live = useLiveState() === 'live' && !isOver(run.status);
  const mayCancel = useMay('workflow:admin');
  const [canceling, setCanceling] = useState(false);
  return (
    <header className={classes.bar} data-work-bar>
      <nav aria-label={t(($) => $.trail)} className={classes.trail}>
        <Link to="/runs" search={{}} className={links.link}>
          {t(($) => $.title)}
        </Link>
        <IconChevronRight size={14} aria-hidden />
        <Link to="/runs" search={{ workflow: run.workflowKey }} className={links.link}>
          {run.workflowName}
        </Link>
        <IconChevronRight size={14} aria-hidden />
      </nav>
      <h1 className={classes.id} title={run.runId}>
        {t(($) => $.runName, { id: shortId(run.runId) })}
      </h1>
      <span role="status">
        <StatusBadge status={shownRunStatus(run.status, run.waitType, run.waitReason)} />
      </span>
      {live && (
        <span className={classes.live}>
          <span className={classes.dot} aria-hidden />
          {tCommon(($) => $.live)}
        </span>
      )}
      {!isOver(run.status) && mayCancel && (
        <Button variant="default" data-danger className={classes.cancel} onClick={() => setCanceling(true)}>
          {t(($) => $.cancel.open)}
        </Button>
      )}
      {canceling && (
        <Suspense fallback={null}>
          <CancelDialog run={run} onClose={() => setCanceling(false)} />
        </Suspense>
      )}
    </header>
  );
}
