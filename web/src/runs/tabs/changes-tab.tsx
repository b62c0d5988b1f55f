import { IconHistoryOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { EmptyState } from '../../ui/states.tsx';
import type { RunTree } from '../pipe/run-tree.ts';
import type { RunDetails } from '../run-types.ts';
import { TabState } from './tab-state.tsx';

/** What the run changed for good: entries, links and records, with before and after. */
export function ChangesTab({ run }: { run: RunDetails; tree: RunTree }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const changes = useQuery(trpc.runs.changes.queryOptions({ runId: run.runId }));
  return (
    <TabState query={changes} what={t(($) => $.tabs.changes)}>
      {() => <EmptyState icon={IconHistoryOff} title={t(($) => $.changes.empty.title)} text={t(($) => $.changes.empty.text)} />}
    </TabState>
  );
}
