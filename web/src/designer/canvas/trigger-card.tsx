import type { Trigger } from '@penstock/server/language';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { memo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { triggerKind } from '../../steps/step-kinds.ts';
import { Tile } from '../../ui/tile.tsx';
import { useEditorState } from '../store/editor-context.ts';
import { TRIGGER_STOP } from './canvas-layout.ts';
import classes from './card.module.css';

/** The name under which every step reads what has arrived. */
const PAYLOAD = 'payload';

/** Where a run comes in: the intake of the pipe. */
export const TriggerCard = memo(function TriggerCard({ isEntrance }: { isEntrance: boolean }) {
  const { t } = useTranslation('canvas');
  const labels = useEntryLabels();
  const trigger = useEditorState((state) => state.document.head.trigger);
  const isSelected = useEditorState((state) => state.selection.kind === 'trigger');
  const hasError = useEditorState((state) =>
    state.issues.some((issue) => issue.at.kind === 'trigger' && issue.severity === 'error'),
  );
  const name =
    trigger?.type === 'event' ? labels.event(trigger.eventName) : t(($) => $.trigger[trigger?.type ?? 'none']);
  return (
    <div
      className={classes.trigger}
      role="treeitem"
      tabIndex={isEntrance ? 0 : -1}
      aria-level={1}
      aria-selected={isSelected}
      aria-label={name}
      data-stop={TRIGGER_STOP}
      data-problem={hasError ? 'error' : undefined}
    >
      <span className={classes.tile}>
        <Tile icon={triggerKind.icon} family="trigger" />
      </span>
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <span className={classes.summary}>
          <TriggerSummary trigger={trigger} />
        </span>
      </span>
      <span className={classes.facts}>
        <span className={classes.output}>
          <IconArrowNarrowRight size={12} stroke={1.8} aria-hidden className={classes.arrow} />
          <code>{PAYLOAD}</code>
        </span>
      </span>
    </div>
  );
});

function TriggerSummary({ trigger }: { trigger: Trigger | undefined }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const parts = { strong: <strong />, code: <code /> };
  if (trigger === undefined) return <>{t(($) => $.trigger.noneText)}</>;
  if (trigger.type === 'event') return <>{t(($) => $.trigger.event)}</>;
  if (trigger.type === 'schedule') {
    const moment = format.exact(trigger.runAt);
    return <Trans t={t} i18nKey={($) => $.trigger.scheduleText} values={{ moment }} components={parts} />;
  }
  const { cron, timezone } = trigger;
  return <Trans t={t} i18nKey={($) => $.trigger.recurringText} values={{ cron, timezone }} components={parts} />;
}
