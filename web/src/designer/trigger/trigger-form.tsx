import { SegmentedControl, Select } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Tile } from '../../ui/tile.tsx';
import { useCatalog } from '../store/catalog.ts';
import type { ClockTrigger, ContractMode } from './contract.ts';
import { ContractSection } from './contract-section.tsx';
import { ContractSummary } from './contract-summary.tsx';
import { EventSelect } from './event-select.tsx';
import { MappingEditor } from './mapping-editor.tsx';
import { SwitchContractDialog } from './switch-contract-dialog.tsx';
import classes from './trigger.module.css';
import { type TriggerState, useTrigger } from './use-trigger.ts';
import { useTriggerIssue } from './use-trigger-issue.ts';

/** What starts the workflow, and what it is started with. */
export function TriggerForm({
  mode,
  onModeChange,
}: {
  mode: ContractMode;
  onModeChange: (mode: ContractMode) => void;
}) {
  const { t } = useTranslation('expressions');
  const trigger = useTrigger(mode, onModeChange);
  const { event, clock, contract, isReadOnly } = trigger;
  const needsMapping =
    contract !== null && (contract.source !== contract.target || event?.payloadMapping !== undefined);
  return (
    <div className={classes.form}>
      <header className={classes.head}>
        <Tile icon={IconBolt} family="trigger" />
        <h2 className={classes.title}>{t(($) => $.trigger.title)}</h2>
      </header>
      <StartField trigger={trigger} />
      {clock !== null && <ClockNote clock={clock} />}
      {contract !== null && (
        <ContractSummary
          contract={contract}
          {...(isReadOnly ? {} : { onTakeEventSchema: () => trigger.setMode('inferred') })}
        />
      )}
      <ContractSection trigger={trigger} mode={mode} />
      {contract !== null && needsMapping && <MappingEditor trigger={trigger} contract={contract} />}
      {event !== null && <SourceField trigger={trigger} />}
    </div>
  );
}

/** By hand or by an event, and by which. */
function StartField({ trigger }: { trigger: TriggerState }) {
  const { t } = useTranslation('expressions');
  const id = useId();
  const { event, clock, isReadOnly } = trigger;
  // The format has no event without a name: until one is chosen, only this form knows of the wish.
  const [wantsEvent, setWantsEvent] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const isEvent = event !== null || wantsEvent;
  const decide = (eventName: string, input: 'take' | 'keep') => {
    trigger.chooseEvent(eventName, input);
    setAsked(null);
    setWantsEvent(false);
  };
  return (
    <div className={classes.section} data-pointer="/type">
      <span id={id} className={classes.label}>
        {t(($) => $.trigger.starts)}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        data={[
          { value: 'manual', label: t(($) => $.trigger.manual) },
          { value: 'event', label: t(($) => $.trigger.event) },
        ]}
        value={isEvent ? 'event' : clock === null ? 'manual' : ''}
        readOnly={isReadOnly}
        onChange={(kind) => {
          setWantsEvent(kind === 'event');
          if (kind === 'manual') trigger.removeTrigger();
        }}
      />
      {isEvent ? (
        <EventSelect
          value={event?.eventName ?? null}
          onChange={(name) => (trigger.asks(name) ? setAsked(name) : decide(name, 'take'))}
          isReadOnly={isReadOnly}
        />
      ) : (
        clock === null && <p className={classes.help}>{t(($) => $.trigger.manualHelp)}</p>
      )}
      <SwitchContractDialog
        eventName={asked}
        before={trigger.payloadSchemaRef}
        onTake={() => asked !== null && decide(asked, 'take')}
        onKeep={() => asked !== null && decide(asked, 'keep')}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

function ClockNote({ clock }: { clock: ClockTrigger }) {
  const { t } = useTranslation('expressions');
  const format = useFormat();
  return (
    <div className={classes.clock}>
      <p>
        {clock.type === 'schedule' ? (
          t(($) => $.trigger.runAt, { time: format.dateTime(clock.runAt) })
        ) : (
          <Trans
            t={t}
            i18nKey={($) => $.trigger.cron}
            values={{ cron: clock.cron, timezone: clock.timezone }}
            components={{ code: <code /> }}
          />
        )}
      </p>
      <p>{t(($) => $.trigger.schedule)}</p>
    </div>
  );
}

/** The schema that senders name for this event, where it is not the one of the catalogue. */
function SourceField({ trigger }: { trigger: TriggerState }) {
  const { t } = useTranslation('expressions');
  const { payloads } = useCatalog();
  const issue = useTriggerIssue('/sourcePayloadSchemaRef');
  const ref = trigger.event?.sourcePayloadSchemaRef ?? null;
  const refs = useMemo(
    () => [...new Set([...payloads.keys(), ...(ref === null ? [] : [ref])])].toSorted(),
    [payloads, ref],
  );
  return (
    <details className={classes.advanced} open={ref !== null || issue !== null}>
      <summary>{t(($) => $.trigger.advanced)}</summary>
      <div data-pointer="/sourcePayloadSchemaRef">
        <Select
          label={t(($) => $.trigger.source)}
          description={t(($) => $.trigger.sourceHelp)}
          placeholder={t(($) => $.trigger.sourceNone)}
          data={refs}
          value={ref}
          onChange={(next) => trigger.change({ sourcePayloadSchemaRef: next ?? undefined })}
          searchable
          clearable
          readOnly={trigger.isReadOnly}
          error={issue?.text}
          classNames={{ option: classes.code ?? '' }}
        />
      </div>
    </details>
  );
}
