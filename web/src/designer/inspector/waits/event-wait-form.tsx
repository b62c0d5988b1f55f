import { Input, SegmentedControl, Select } from '@mantine/core';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../../i18n/entry-labels.ts';
import type { Scope } from '../../scope/scope.ts';
import { type EventEntry, useCatalog } from '../../store/catalog.ts';
import { AssignmentList } from '../assign/assignment-list.tsx';
import { ExpressionSlot } from '../fields/expression-slot.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import classes from '../fields/fields.module.css';
import { WiderScope } from '../fields/scope-context.tsx';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { withVariable } from '../fields/wider-scopes.ts';
import { FilterList } from './filter-list.tsx';
import { OptionalDuration } from './optional-duration.tsx';

const POINTER = '/config/eventName';

/** Which event resumes the run, by which key, under which conditions, and how long it is waited for. */
export function EventWaitForm() {
  const { t } = useTranslation('inspector');
  const catalog = useCatalog();
  const { value } = useStepValue(POINTER);
  const event = typeof value === 'string' ? catalog.events.get(value) : undefined;
  const widen = useCallback(
    (scope: Scope) => withVariable(scope, ['vars', 'event'], event?.payloadSchema ?? null),
    [event],
  );
  return (
    <>
      <EventField />
      <CorrelationKey event={event} />
      <FilterList event={event} />
      <OptionalDuration
        pointer="/config/timeoutMs"
        label={t(($) => $.eventWait.timeout)}
        help={t(($) => $.eventWait.timeoutHelp)}
        usual={86_400_000}
      />
      <OptionalDuration
        pointer="/config/bufferMs"
        label={t(($) => $.eventWait.buffer)}
        help={t(($) => $.eventWait.bufferHelp)}
        usual={60_000}
      />
      <Resume />
      <WiderScope widen={widen}>
        <AssignmentList
          pointer="/config/assign"
          title={t(($) => $.eventWait.assign)}
          help={t(($) => $.eventWait.assignHelp)}
          isOptional
        />
      </WiderScope>
    </>
  );
}

function EventField() {
  const { t } = useTranslation('inspector');
  const id = useId();
  const labels = useEntryLabels();
  const catalog = useCatalog();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const name = typeof value === 'string' ? value : '';
  // An event without a key can never be the one that is waited for.
  const offered = [...catalog.events.values()].filter(
    ({ correlation, eventType }) => correlation.length > 0 || eventType === name,
  );
  const groups = [...Map.groupBy(offered, ({ category }) => category)].map(([category, events]) => ({
    group: labels.eventCategory(category),
    items: events.map(({ eventType }) => ({ value: eventType, label: labels.event(eventType) })),
  }));
  const isKnown = name === '' || catalog.events.has(name);
  const data = isKnown ? groups : [{ value: name, label: t(($) => $.eventWait.unknown, { name }) }, ...groups];
  return (
    <FieldFrame
      pointer={POINTER}
      label={t(($) => $.eventWait.event)}
      htmlFor={id}
      isRequired
      help={name === '' ? undefined : labels.eventDescription(name)}
      wide
    >
      <Select
        id={id}
        data={data}
        value={name === '' ? null : name}
        onChange={(next) => set(next ?? '', 'alone')}
        searchable
        allowDeselect={false}
        placeholder={t(($) => $.eventWait.choose)}
        nothingFoundMessage={t(($) => $.record.none)}
        disabled={isReadOnly}
        comboboxProps={{ shadow: 'md' }}
      />
    </FieldFrame>
  );
}

function CorrelationKey({ event }: { event: EventEntry | undefined }) {
  const { t } = useTranslation('inspector');
  return (
    <ExpressionSlot
      pointer="/config/correlationKey"
      label={t(($) => $.eventWait.key)}
      usual="reference"
      isRequired
      help={
        <>
          {t(($) => $.eventWait.keyHelp)}
          {event !== undefined && event.correlation.length > 0 && (
            <span className={classes.chips}>
              {t(($) => $.eventWait.carries)}
              {event.correlation.map((path) => (
                <code key={path}>{path}</code>
              ))}
            </span>
          )}
        </>
      }
    />
  );
}

function Resume() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/config/resume');
  return (
    <div data-pointer="/config/resume" data-wide>
      <Input.Wrapper label={t(($) => $.eventWait.resume)} labelElement="div">
        <SegmentedControl
          aria-label={t(($) => $.eventWait.resume)}
          fullWidth
          size="xs"
          classNames={{ label: classes.segment ?? '' }}
          value={value === 'all' ? 'all' : 'one'}
          onChange={(next) => set(next === 'all' ? next : undefined, 'alone')}
          disabled={isReadOnly}
          data={[
            { value: 'one', label: t(($) => $.eventWait.resumeOne) },
            { value: 'all', label: t(($) => $.eventWait.resumeAll) },
          ]}
        />
      </Input.Wrapper>
    </div>
  );
}
