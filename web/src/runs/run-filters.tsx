import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import filters from '../ui/filters.module.css';
import { SearchField } from '../ui/search-field.tsx';
import { shownStepStatus } from '../ui/status.ts';
import classes from './runs.module.css';
import { type RunsSearch, runSpans, runStatuses } from './search.ts';

interface FilterProps {
  search: RunsSearch;
  onChange: (next: Partial<RunsSearch>) => void;
}

/** What the list is narrowed by; the address holds all of it. */
export function RunFilters({ search, onChange }: FilterProps) {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  return (
    <div className={filters.bar}>
      <SearchField
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q === '' ? undefined : q })}
        label={t(($) => $.search)}
      />
      <Select
        aria-label={t(($) => $.columns.status)}
        value={search.status ?? ''}
        onChange={(status) => onChange({ status: runStatuses.find((each) => each === status) })}
        data={[
          { value: '', label: t(($) => $.filters.anyStatus) },
          ...runStatuses.map((status) => ({
            value: status,
            label: tCommon(($) => $.status[shownStepStatus(status)]),
          })),
        ]}
        allowDeselect={false}
        w={160}
      />
      <WorkflowFilter value={search.workflow} onChange={(workflow) => onChange({ workflow })} />
      <TimeFilter search={search} onChange={onChange} />
    </div>
  );
}

const BETWEEN = 'between';

function TimeFilter({ search, onChange }: FilterProps) {
  const { t } = useTranslation('runs');
  const hasDays = search.from !== undefined || search.to !== undefined;
  const [wanted, setWanted] = useState(false);
  const isBetween = search.span === undefined && (hasDays || wanted);
  const choose = (value: string | null) => {
    const span = runSpans.find((each) => each === value);
    setWanted(value === BETWEEN);
    onChange(value === BETWEEN ? { span: undefined } : { span, from: undefined, to: undefined });
  };
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      aria-label={t(($) => $.filters[name])}
      value={search[name] ?? ''}
      onChange={({ currentTarget }) =>
        onChange({ [name]: currentTarget.value === '' ? undefined : currentTarget.value })
      }
      w={150}
    />
  );
  return (
    <>
      <Select
        aria-label={t(($) => $.filters.span)}
        value={isBetween ? BETWEEN : (search.span ?? '')}
        onChange={choose}
        data={[
          { value: '', label: t(($) => $.filters.anyTime) },
          ...runSpans.map((span) => ({ value: span, label: t(($) => $.filters.spans[span]) })),
          { value: BETWEEN, label: t(($) => $.filters.between) },
        ]}
        allowDeselect={false}
        w={190}
      />
      {isBetween && (
        <span className={classes.days}>
          {day('from')}
          <span aria-hidden>{t(($) => $.filters.until)}</span>
          {day('to')}
        </span>
      )}
    </>
  );
}

function WorkflowFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (workflow: string | undefined) => void;
}) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const workflows = useQuery(trpc.workflows.list.queryOptions({ limit: 200, sort: 'name' }));
  const known = workflows.data?.items.map((workflow) => ({ value: workflow.key, label: workflow.name })) ?? [];
  // A workflow that is not among them is still the filter that the address names.
  const options =
    value === undefined || known.some((each) => each.value === value) ? known : [...known, { value, label: value }];
  return (
    <Select
      aria-label={t(($) => $.columns.workflow)}
      value={value ?? ''}
      onChange={(next) => onChange(next === null || next === '' ? undefined : next)}
      data={[{ value: '', label: t(($) => $.filters.anyWorkflow) }, ...options]}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t(($) => $.filters.noWorkflow)}
      w={230}
    />
  );
}
