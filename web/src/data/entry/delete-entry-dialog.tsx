import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../forms/confirm-dialog.tsx';
import { useDataSearch } from '../use-data-search.ts';

export function DeleteEntryDialog({
  address,
  onClose,
}: {
  address: { namespace: string; key: string };
  onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { filter } = useDataSearch();
  const deleting = useMutation({
    mutationFn: (reason: string | undefined) => client.store.delete.mutate({ ...address, reason }),
    onSuccess: async () => {
      announce(t(($) => $.deleteEntry.done, { key: address.key }));
      onClose();
      filter({ entry: undefined });
      await queries.invalidateQueries(trpc.store.pathFilter());
    },
  });
  return (
    <ConfirmDialog
      title={t(($) => $.deleteEntry.title, { key: address.key })}
      effect={t(($) => $.deleteEntry.text)}
      verb={t(($) => $.deleteEntry.verb)}
      danger
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={(reason) => deleting.mutate(reason)}
      onClose={onClose}
    />
  );
}
