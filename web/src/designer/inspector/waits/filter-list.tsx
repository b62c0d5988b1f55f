import { ActionIcon, Button, Select } from '@mantine/core';
import type { Json } from '@penstock/server/language';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, fieldsOf } from '../../../ui/schema-form/field-model.ts';
import type { EventEntry } from '../../store/catalog.ts';
import classes from '../fields/fields.module.css';
import { useFieldIssue } from '../fields/use-field-issue.ts';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { FilterValue } from './filter-value.tsx';
import {
  type EventFilter,
  emptyScalar,
  type FilterOperator,
  filtersIn,
  operatorsFor,
  scalarLeaves,
  valueFormOf,
  withOperator,
  withPath,
} from './filters.ts';
import { useOperatorWords } from './use-operator-words.ts';

const POINTER = '/config/filters';

/** Conditions on the payload; all of them must hold. */
export function FilterList({ event }: { event: EventEntry | undefined }) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const filters = filtersIn(value);
  const leaves = useMemo(() => (event === undefined ? [] : scalarLeaves(fieldsOf(event.payloadSchema))), [event]);
  const store = (next: readonly EventFilter[], alone?: 'alone') =>
    set(next.length === 0 ? undefined : (next as unknown as Json), alone);
  const add = () => {
    // Who owns the event and its key are settled already.
    const settled = ['tenantId', ...(event?.correlation ?? [])];
    const first = leaves.find((leaf) => !settled.includes(leaf.path.join('.'))) ?? leaves[0];
    if (first === undefined) return;
    store([...filters, { path: first.path.join('.'), op: '=', value: emptyScalar(first.kind) }], 'alone');
  };
  return (
    <section className={classes.section} data-pointer={POINTER} data-wide>
      <h3 className={classes.sectionTitle}>{t(($) => $.eventWait.filters)}</h3>
      {filters.length === 0 && <p className={classes.help}>{t(($) => $.eventWait.noFilters)}</p>}
      {filters.map((filter, index) => (
        <FilterRow
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be alike, and none has a name
          key={index}
          filter={filter}
          position={index + 1}
          leaves={leaves}
          onChange={(next, alone) => store(filters.with(index, next), alone)}
          onRemove={() => store(filters.toSpliced(index, 1), 'alone')}
        />
      ))}
      {!isReadOnly && leaves.length > 0 && (
        <div>
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t(($) => $.eventWait.addFilter)}
          </Button>
        </div>
      )}
    </section>
  );
}

function FilterRow({
  filter,
  position,
  leaves,
  onChange,
  onRemove,
}: {
  filter: EventFilter;
  position: number;
  leaves: readonly Field[];
  onChange: (filter: EventFilter, alone?: 'alone') => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const words = useOperatorWords();
  const pointer = `${POINTER}/${position - 1}`;
  const issue = useFieldIssue(pointer);
  const field = leaves.find((leaf) => leaf.path.join('.') === filter.path);
  const kind = field?.kind ?? 'json';
  const kindOfPath = (path: string) => leaves.find((leaf) => leaf.path.join('.') === path)?.kind ?? 'json';
  const paths = leaves.map((leaf) => leaf.path.join('.'));
  const offered = operatorsFor(kind);
  const operators = offered.includes(filter.op) ? offered : [...offered, filter.op];
  return (
    <div className={classes.row} data-pointer={pointer}>
      <div className={classes.rowBody}>
        <div className={classes.halves}>
          <Select
            aria-label={t(($) => $.eventWait.path)}
            className={classes.code ?? ''}
            data={paths.includes(filter.path) ? paths : [...paths, filter.path]}
            value={filter.path}
            onChange={(path) => path !== null && onChange(withPath(filter, path, kindOfPath(path)), 'alone')}
            searchable
            allowDeselect={false}
            disabled={isReadOnly}
            comboboxProps={{ shadow: 'md' }}
          />
          <Select
            aria-label={t(($) => $.eventWait.operator)}
            data={operators.map((value) => ({ value, label: words[value] }))}
            value={filter.op}
            onChange={(op) => op !== null && onChange(withOperator(filter, op as FilterOperator, kind), 'alone')}
            allowDeselect={false}
            disabled={isReadOnly}
            comboboxProps={{ shadow: 'md' }}
          />
        </div>
        {valueFormOf(filter.op) !== 'none' && (
          <FilterValue filter={filter} field={field} position={position} onChange={onChange} isDisabled={isReadOnly} />
        )}
        {issue !== undefined && <p className={classes.problem}>{issue.text}</p>}
      </div>
      {!isReadOnly && (
        <ActionIcon aria-label={t(($) => $.eventWait.removeFilter, { position })} onClick={onRemove}>
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
