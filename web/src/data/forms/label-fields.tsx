import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { SoftEnumField } from '../../ui/soft-enum/soft-enum-field.tsx';
import { useLabelWords } from '../links/use-label-words.ts';

interface LabelFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Labels in use there are offered. */
  collection: string;
  error: string | null;
}

/** Kind of a record: the usual ones, those in use here, or any other word. */
export function RecordTypeField(props: LabelFieldProps) {
  const { t } = useTranslation('data');
  const { recordType } = useLabelWords();
  const { groups, isLoading } = useGroups('types', props.collection, recordType);
  return (
    <SoftEnumField
      label={t(($) => $.linkForm.type)}
      value={props.value}
      onChange={props.onChange}
      groups={groups}
      isLoading={isLoading}
      newRow={(text) => (
        <Trans t={t} i18nKey={($) => $.linkForm.typeNew} values={{ text }} components={{ b: <strong /> }} />
      )}
      error={props.error}
    />
  );
}

export function RelationField(props: LabelFieldProps) {
  const { t } = useTranslation('data');
  const { relation } = useLabelWords();
  const { groups, isLoading } = useGroups('relations', props.collection, relation);
  return (
    <SoftEnumField
      label={t(($) => $.linkForm.relation)}
      description={t(($) => $.linkForm.relationHelp)}
      value={props.value}
      onChange={props.onChange}
      groups={groups}
      isLoading={isLoading}
      newRow={(text) => (
        <Trans t={t} i18nKey={($) => $.linkForm.relationNew} values={{ text }} components={{ b: <strong /> }} />
      )}
      error={props.error}
    />
  );
}

function useGroups(kind: 'types' | 'relations', collection: string, wordOf: (token: string) => string) {
  const { t } = useTranslation('data');
  const trpc = useTRPC();
  const namespace = collection.trim() === '' ? undefined : collection.trim();
  const { data, isPending } = useQuery(trpc.links.suggestions.queryOptions({ kind, namespace }));
  const curated = (data?.curated ?? []).map((value) => ({ value, label: wordOf(value) }));
  const used = (data?.used ?? []).map((value) => ({ value }));
  const usedName =
    namespace === undefined ? t(($) => $.linkForm.usedAnywhere) : t(($) => $.linkForm.used, { collection: namespace });
  const groups = [
    { name: t(($) => $.linkForm.suggested), options: curated },
    { name: usedName, options: used },
  ].filter((group) => group.options.length > 0);
  return { groups, isLoading: isPending };
}
