import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { type RunDetails, shortId } from './run-types.ts';

export function CancelDialog({ run, onClose }: { run: RunDetails; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('runs');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const errors = useErrorText();
  const canceling = useMutation({
    mutationFn: (reason: string) => client.runs.cancel.mutate({ runId: run.runId, reason }),
    onSuccess: async () => {
      announce(t(($) => $.cancel.done, { id: shortId(run.runId) }));
      onClose();
      await queries.invalidateQueries(trpc.runs.pathFilter());
    },
  });
  return (
    <ReasonDialog
      opened
      title={t(($) => $.cancel.title)}
      effect={t(($) => $.cancel.effect)}
      verb={t(($) => $.cancel.verb)}
      busy={canceling.isPending}
      error={canceling.error === null ? null : errors.of(canceling.error)}
      onConfirm={(reason) => canceling.mutate(reason)}
      onClose={onClose}
    />
  );
}
