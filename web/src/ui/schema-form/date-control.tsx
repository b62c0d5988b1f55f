import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import { ActionIcon, CloseButton } from '@mantine/core';
import { DatePickerInput, DateTimePicker } from '@mantine/dates';
import { IconCalendar, IconClock, IconClockOff } from '@tabler/icons-react';
import dayjs from 'dayjs';
import localizedFormat from 'dayjs/plugin/localizedFormat.js';
import { useTranslation } from 'react-i18next';
import { type ControlProps, inputProps } from './control-props.ts';
import { dayOf, instantOf, isDay, localTimeOf } from './dates.ts';

dayjs.extend(localizedFormat);

/** A day, or a moment where the value has a time. Days are stored as days, moments in UTC. */
export function DateControl(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t, i18n } = useTranslation('forms');
  const text = typeof value === 'string' ? value : null;
  const takesBoth = field.kind === 'date' && Array.isArray(field.schema.anyOf);
  const withTime = field.kind === 'dateTime' || (text !== null && !isDay(text));
  const locale = i18n.language === 'de' ? 'de' : 'en';
  const format = withTime ? 'll LT' : 'll';
  const shown = text === null ? (props.placeholder ?? '') : dayjs(localTimeOf(text)).locale(locale).format(format);
  // The control is a button: it has no aria-required, and its name tells what it shows.
  const { 'aria-required': _required, ...input } = inputProps(props);
  const name = shown === '' ? props.label : t(($) => $.dateShown, { name: props.label, date: shown });
  const shared = {
    ...input,
    ...(props.isLabelHidden ? { 'aria-label': name } : {}),
    locale,
    valueFormat: format,
    clearable: !field.isRequired && !takesBoth,
    clearButtonProps: { 'aria-label': t(($) => $.clear, { name: props.label }) },
    highlightToday: true,
    popoverProps: { shadow: 'md' },
    leftSection: <IconCalendar size={15} stroke={1.7} aria-hidden />,
    leftSectionPointerEvents: 'none' as const,
  };
  const toggle = takesBoth && text !== null && (
    <ActionIcon
      size="xs"
      aria-label={withTime ? t(($) => $.dayOnly) : t(($) => $.withTime)}
      title={withTime ? t(($) => $.dayOnly) : t(($) => $.withTime)}
      onClick={() => onChange(withTime ? (dayOf(text) ?? undefined) : (instantOf(`${text} 09:00:00`) ?? undefined))}
    >
      {withTime ? <IconClockOff size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
    </ActionIcon>
  );
  // Both stand where the picker would put its own button for clearing.
  const rightSection = takesBoth && text !== null && (
    <>
      {toggle}
      {!field.isRequired && (
        <CloseButton
          size="sm"
          aria-label={t(($) => $.clear, { name: props.label })}
          onClick={() => onChange(undefined)}
        />
      )}
    </>
  );
  return withTime ? (
    <DateTimePicker
      {...shared}
      {...(takesBoth ? { rightSection, rightSectionWidth: 56, rightSectionPointerEvents: 'all' as const } : {})}
      value={text === null ? null : localTimeOf(text)}
      onChange={(next) => onChange(next === null ? undefined : (instantOf(next) ?? undefined))}
    />
  ) : (
    <DatePickerInput
      {...shared}
      {...(takesBoth ? { rightSection, rightSectionWidth: 56, rightSectionPointerEvents: 'all' as const } : {})}
      value={text === null ? null : dayOf(text)}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
