import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../api/trpc.ts';
import { useAnnounce } from '../ui/announcer.tsx';

/** A change of a project or a task: says that it is done and fetches both lists again, for one counts and shows the other. */
export function useRecordMutation<Values, Result>({
  change,
  said,
  onDone,
}: {
  change: (values: Values) => Promise<Result>;
  said: (result: Result) => string;
  onDone: (result: Result) => void;
}) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result) => {
      announce(said(result));
      onDone(result);
      await Promise.all([
        queries.invalidateQueries(trpc.projects.pathFilter()),
        queries.invalidateQueries(trpc.projectTasks.pathFilter()),
      ]);
    },
  });
}
