import type { Json } from '@penstock/server/language';
import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { useTRPC } from '../../../api/trpc.ts';
import { useEntryLabels } from '../../../i18n/entry-labels.ts';
import type { SoftEnumGroup } from '../../../ui/soft-enum/matches.ts';
import { SoftEnumField } from '../../../ui/soft-enum/soft-enum-field.tsx';
import type { FieldEditor } from './field-words.ts';
import { useIsReadOnly, useStepValue } from './use-step-value.ts';

export type Suggestions = Extract<FieldEditor, { kind: 'softEnum' }>['suggestions'];

/** Collection, record type or relationship: curated words, what the collection uses already, and any text. */
export function SoftEnumInput({
  label,
  value,
  onChange,
  suggestions,
  isRequired,
}: {
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  suggestions: Suggestions;
  isRequired: boolean;
}) {
  const isReadOnly = useIsReadOnly();
  const { groups, isLoading } = useSuggestions(suggestions);
  return (
    <SoftEnumField
      label={label}
      isLabelHidden
      value={typeof value === 'string' ? value : ''}
      onChange={(token) => onChange(token === '' ? undefined : token)}
      groups={groups}
      isLoading={isLoading}
      isRequired={isRequired}
      isDisabled={isReadOnly}
      placeholder={usePlaceholder(suggestions, isRequired)}
      newRow={(text) => <NewRow suggestions={suggestions} text={text} />}
    />
  );
}

function NewRow({ suggestions, text }: { suggestions: Suggestions; text: string }) {
  const { t } = useTranslation('inspector');
  const parts = { values: { text }, components: { b: <strong /> } };
  if (suggestions === 'links.types') return <Trans t={t} i18nKey={($) => $.softEnum.newType} {...parts} />;
  if (suggestions === 'links.relations') return <Trans t={t} i18nKey={($) => $.softEnum.newRelation} {...parts} />;
  return <Trans t={t} i18nKey={($) => $.softEnum.newCollection} {...parts} />;
}

function useSuggestions(suggestions: Suggestions): { groups: readonly SoftEnumGroup[]; isLoading: boolean } {
  const { t } = useTranslation('inspector');
  const trpc = useTRPC();
  const labels = useEntryLabels();
  const { value: collection } = useStepValue('/config/inputMapping/namespace');
  const isStore = suggestions === 'store.namespaces';
  const kind = isStore ? 'namespaces' : (suggestions.slice('links.'.length) as 'namespaces' | 'types' | 'relations');
  // What one collection uses says most; without one, what all of them use.
  const namespace =
    kind !== 'namespaces' && typeof collection === 'string' && collection !== '' ? collection : undefined;
  const ofStore = useQuery({ ...trpc.store.suggestions.queryOptions({}), enabled: isStore });
  const ofLinks = useQuery({
    ...trpc.links.suggestions.queryOptions({ kind, ...(namespace === undefined ? {} : { namespace }) }),
    enabled: !isStore,
  });
  const { data, isPending } = isStore ? ofStore : ofLinks;
  const word = (token: string) =>
    (kind === 'types' ? labels.recordType(token) : kind === 'relations' ? labels.relation(token) : null) ?? undefined;
  const used =
    namespace === undefined ? t(($) => $.softEnum.used) : t(($) => $.softEnum.usedIn, { collection: namespace });
  const groups = [
    {
      name: t(($) => $.softEnum.suggested),
      options: (data?.curated ?? []).map((token) => ({ value: token, label: word(token) })),
    },
    { name: used, options: (data?.used ?? []).map((token) => ({ value: token, label: word(token) })) },
  ];
  return { groups: groups.filter((group) => group.options.length > 0), isLoading: isPending };
}

function usePlaceholder(suggestions: Suggestions, isRequired: boolean): string {
  const { t } = useTranslation('inspector');
  if (suggestions === 'links.types') return isRequired ? t(($) => $.softEnum.chooseType) : t(($) => $.softEnum.anyType);
  if (suggestions === 'links.relations') {
    return isRequired ? t(($) => $.softEnum.chooseRelation) : t(($) => $.softEnum.anyRelation);
  }
  return t(($) => $.softEnum.anyCollection);
}
