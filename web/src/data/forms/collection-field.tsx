import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { SoftEnumField } from '../../ui/soft-enum/soft-enum-field.tsx';

const SUGGESTED = 50;

/** An existing collection, or a new name: a collection begins with its first entry or link. */
export function CollectionField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}) {
  const { t } = useTranslation('data');
  const trpc = useTRPC();
  const format = useFormat();
  const found = useQuery(trpc.store.collections.queryOptions({ limit: SUGGESTED }));
  const options = (found.data?.items ?? []).map(({ namespace, keyCount, linkCount }) => ({
    value: namespace,
    note: format.number(keyCount + linkCount),
  }));
  return (
    <SoftEnumField
      label={t(($) => $.form.collection)}
      description={t(($) => $.form.collectionHelp)}
      value={value}
      onChange={onChange}
      groups={[{ name: t(($) => $.form.collectionUsed), options }]}
      newRow={(text) => (
        <Trans t={t} i18nKey={($) => $.form.collectionNew} values={{ text }} components={{ b: <strong /> }} />
      )}
      isLoading={found.isPending}
      error={error}
    />
  );
}
