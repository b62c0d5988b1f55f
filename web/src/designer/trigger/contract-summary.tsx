import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { ContractState } from './contract.ts';
import classes from './trigger.module.css';

/** Whether the event fits, in one box: what it brings, what the workflow takes, and what is left to do. */
export function ContractSummary({
  contract,
  onTakeEventSchema,
}: {
  contract: ContractState;
  /** Absent = the input cannot be changed by this reader. */
  onTakeEventSchema?: () => void;
}) {
  const { t } = useTranslation('expressions');
  const format = useFormat();
  const { status, why, source, target, missing } = contract;
  const isReady = status === 'ready';
  const Glyph = isReady ? IconCircleCheck : IconAlertTriangle;
  const title = isReady
    ? why === 'mapped'
      ? t(($) => $.trigger.mapped)
      : t(($) => $.trigger.noMapping)
    : t(($) => $.trigger.actionNeeded);
  return (
    <div className={classes.summary} data-status={status} role="status">
      <p className={classes.summaryTitle}>
        <Glyph size={16} stroke={1.7} aria-hidden />
        {title}
      </p>
      <p className={classes.summaryText}>
        {why === 'missing'
          ? t(($) => $.trigger.why.missing, { count: missing.length, fields: format.list(missing) })
          : t(($) => $.trigger.why[why])}
      </p>
      {source !== null && source !== target && (
        <dl className={classes.refs}>
          <dt>{t(($) => $.trigger.summarySource)}</dt>
          <dd>
            <code>{source}</code>
          </dd>
          <dt>{t(($) => $.trigger.summaryTarget)}</dt>
          <dd>
            <code>{target}</code>
          </dd>
        </dl>
      )}
      {why === 'needsMapping' && onTakeEventSchema !== undefined && (
        <Button size="xs" variant="default" onClick={onTakeEventSchema}>
          {t(($) => $.trigger.takeEventSchema)}
        </Button>
      )}
    </div>
  );
}
