import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useDataSearch } from '../use-data-search.ts';
import type { NewLink } from './use-link-form.ts';

type LinkResult = { kind: 'made'; linkId: string; created: boolean } | { kind: 'exists'; linkId: string };

/** Makes a link; one that is there already is written over only when that was asked for. */
export function useSaveLink(onClose: () => void) {
  const { t } = useTranslation('data');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { open } = useDataSearch();
  return useMutation({
    mutationFn: async ({ input, replace }: { input: NewLink; replace: boolean }): Promise<LinkResult> => {
      const { namespace, from, to, relation } = input;
      const ends = { fromType: from.type, fromId: from.id, toType: to.type, toId: to.id };
      const found = replace ? null : await client.links.list.query({ namespace, ...ends, relation, limit: 1 });
      const [there] = found?.items ?? [];
      if (there !== undefined) return { kind: 'exists', linkId: there.linkId };
      return { kind: 'made', ...(await client.links.upsert.mutate(input)) };
    },
    onSuccess: async (result, { input: { namespace, from } }) => {
      if (result.kind === 'exists') return;
      const { linkId, created } = result;
      announce(created ? t(($) => $.linkForm.made) : t(($) => $.linkForm.replaced));
      onClose();
      open({ collection: namespace, tab: 'links', link: linkId, recordType: from.type, recordId: from.id });
      await queries.invalidateQueries(trpc.links.pathFilter());
      await queries.invalidateQueries(trpc.store.pathFilter());
    },
  });
}
