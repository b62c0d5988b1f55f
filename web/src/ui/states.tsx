import { Button, Skeleton } from '@mantine/core';
import { type Icon, IconAlertCircle, IconLock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';

export interface EmptyStateProps {
  icon: Icon;
  title: string;
  text: ReactNode;
  action?: ReactNode;
  /** Good news is moss. */
  good?: boolean;
}

/** What is not here, how it comes, at most one thing to do. */
export function EmptyState({ icon: Glyph, title, text, action, good = false }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <p className={classes.stateTitle}>
        <Glyph size={18} stroke={1.65} aria-hidden className={good ? classes.good : classes.quiet} />
        <strong>{title}</strong>
      </p>
      <p className={classes.stateText}>{text}</p>
      {action !== undefined && <div className={classes.stateAction}>{action}</div>}
    </div>
  );
}

export function NoPermission({ permission }: { permission: string }) {
  const { t } = useTranslation('common');
  return (
    <EmptyState
      icon={IconLock}
      title={t(($) => $.noPermission.title)}
      text={t(($) => $.noPermission.text, { permission })}
    />
  );
}

/** Where it happened: the cause, another try, and the technical details closed. */
export function ErrorPanel({
  text,
  details,
  onRetry,
}: {
  text: string;
  details?: string;
  onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.error} role="alert">
      <IconAlertCircle size={18} stroke={1.8} aria-hidden className={classes.errorIcon} />
      <div className={classes.errorBody}>
        <p className={classes.errorText}>{text}</p>
        {details !== undefined && details !== '' && (
          <details className={classes.details}>
            <summary>{t(($) => $.technicalDetails)}</summary>
            <code>{details}</code>
          </details>
        )}
      </div>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {t(($) => $.tryAgain)}
        </Button>
      )}
    </div>
  );
}

const QUIET_MS = 150;
const LONG_MS = 4000;

/** Nothing for a moment, then the shape of what comes, then a line that says what is awaited. */
export function Loading({ rows = 6, height = 40, what }: { rows?: number; height?: number; what: string }) {
  const { t } = useTranslation('common');
  const passed = usePassed();
  if (passed < QUIET_MS) return <div className={classes.quietLoading} aria-busy="true" />;
  return (
    <div className={classes.loading} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
        <div key={row} className={classes.skeletonRow} style={{ blockSize: height }}>
          <Skeleton height={12} width={`${34 - ((row * 7) % 17)}%`} />
          <Skeleton height={12} width={`${12 + ((row * 5) % 9)}%`} />
        </div>
      ))}
      <p className={classes.awaited} role="status">
        {passed >= LONG_MS ? t(($) => $.stillLoading, { what }) : ''}
      </p>
    </div>
  );
}

function usePassed(): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timers = [QUIET_MS, LONG_MS].map((at) => setTimeout(() => setPassed(at), at));
    return () => timers.forEach(clearTimeout);
  }, []);
  return passed;
}
