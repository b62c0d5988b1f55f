import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiErrorOf } from '../../api/api-error.ts';
import { type Inputs, useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { Entry } from '../data-types.ts';

export type SetEntry = Inputs['store']['set'];

/** What came of a save: it was written, or somebody else had written first and nothing happened. */
export type SaveResult = { kind: 'saved'; created: boolean } | { kind: 'conflict'; theirs: Entry | null };

/** Writes an entry only over the revision that was looked at. */
export function useSaveEntry(onSaved: (entry: SetEntry) => void, said?: (revision: number) => string) {
  const { t } = useTranslation('data');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: async (input: SetEntry): Promise<SaveResult> => {
      try {
        const { revision, created } = await client.store.set.mutate(input);
        const { key } = input;
        announce(
          said?.(revision) ?? (created ? t(($) => $.form.created, { key }) : t(($) => $.form.saved, { key, revision })),
        );
        return { kind: 'saved', created };
      } catch (thrown) {
        if (apiErrorOf(thrown).code !== 'STORE_REVISION_CONFLICT') throw thrown;
        return {
          kind: 'conflict',
          theirs: await readEntry(() => client.store.get.query({ namespace: input.namespace, key: input.key })),
        };
      }
    },
    onSuccess: async (result, input) => {
      if (result.kind === 'saved') onSaved(input);
      await queries.invalidateQueries(trpc.store.pathFilter());
    },
  });
}

async function readEntry(read: () => Promise<Entry>): Promise<Entry | null> {
  try {
    return await read();
  } catch (thrown) {
    if (apiErrorOf(thrown).code === 'NOT_FOUND') return null;
    throw thrown;
  }
}
