import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { LinkChange } from '../data-types.ts';
import { ConfirmDialog } from '../forms/confirm-dialog.tsx';
import { useDataSearch } from '../use-data-search.ts';

export function DeleteLinkDialog({ link, onClose }: { link: LinkChange; onClose: () => void }) {
  const { t } = useTranslation('data');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { filter } = useDataSearch();
  const { namespace, from, to, relation } = link;
  const deleting = useMutation({
    // Both ends and the relationship name exactly one link.
    mutationFn: (reason: string | undefined) =>
      client.links.delete.mutate({
        namespace,
        fromType: from.type,
        fromId: from.id,
        toType: to.type,
        toId: to.id,
        relation,
        reason,
      }),
    onSuccess: async () => {
      announce(t(($) => $.deleteLink.done));
      onClose();
      filter({ link: undefined });
      await queries.invalidateQueries(trpc.links.pathFilter());
      await queries.invalidateQueries(trpc.store.pathFilter());
    },
  });
  return (
    <ConfirmDialog
      title={t(($) => $.deleteLink.title)}
      effect={t(($) => $.deleteLink.text)}
      verb={t(($) => $.deleteLink.verb)}
      danger
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={(reason) => deleting.mutate(reason)}
      onClose={onClose}
    />
  );
}
