import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useCatalog } from '../store/catalog.ts';
import classes from './trigger.module.css';
import { useTriggerIssue } from './use-trigger-issue.ts';

/** Every event in one list, by category; found by its name, its type and what it means. */
export function EventSelect({
  value,
  onChange,
  isReadOnly,
}: {
  value: string | null;
  onChange: (eventName: string) => void;
  isReadOnly: boolean;
}) {
  const { t } = useTranslation('expressions');
  const labels = useEntryLabels();
  const { events } = useCatalog();
  const issue = useTriggerIssue('/eventName');
  const groups = useMemo(() => {
    const byCategory = Map.groupBy(events.values(), ({ category }) => category);
    const known = [...byCategory].map(([category, items]) => ({
      group: labels.eventCategory(category),
      items: items.map(({ eventType }) => ({ value: eventType, label: labels.event(eventType) })),
    }));
    // An event that nobody knows any more is still shown as it is.
    return value === null || events.has(value) ? known : [...known, { group: '', items: [{ value, label: value }] }];
  }, [events, labels, value]);
  return (
    <div data-pointer="/eventName">
      <Select
        label={t(($) => $.trigger.eventLabel)}
        placeholder={t(($) => $.trigger.eventPlaceholder)}
        description={value === null ? undefined : labels.eventDescription(value)}
        data={groups}
        value={value}
        onChange={(eventType) => eventType !== null && eventType !== value && onChange(eventType)}
        searchable
        openOnFocus={false}
        // What is typed replaces the name of the event that is chosen.
        onFocus={(focus) => focus.currentTarget.select()}
        onClick={(click) => click.currentTarget.select()}
        allowDeselect={false}
        readOnly={isReadOnly}
        error={issue?.text}
        nothingFoundMessage={t(($) => $.trigger.noEvent)}
        maxDropdownHeight={340}
        filter={({ options, search }) => {
          const words = search.toLowerCase().split(/\s+/);
          const fits = (eventType: string) => {
            const text = `${eventType} ${labels.event(eventType)} ${labels.eventDescription(eventType)}`.toLowerCase();
            return words.every((word) => text.includes(word));
          };
          return options
            .map((one) =>
              'group' in one ? { ...one, items: one.items.filter((item) => fits(String(item.value))) } : one,
            )
            .filter((one) => ('group' in one ? one.items.length > 0 : fits(String(one.value))));
        }}
        renderOption={({ option }) => (
          <span className={classes.option}>
            <span className={classes.optionName}>{option.label}</span>
            <code className={classes.optionType}>{option.value}</code>
            <span className={classes.optionText}>{labels.eventDescription(String(option.value))}</span>
          </span>
        )}
      />
    </div>
  );
}
