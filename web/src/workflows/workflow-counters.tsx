import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Counters } from '../ui/counters.tsx';

interface Counts {
  total: number;
  active: number;
  draft: number;
  paused: number;
}

/** Zeros are said too. */
export function WorkflowCounters({ counts }: { counts: Counts }) {
  const { t } = useTranslation('workflows');
  const format = useFormat();
  const failed = useFailedShare();
  return (
    <Counters
      label={t(($) => $.counters.label)}
      counters={[
        {
          id: 'total',
          figure: format.number(counts.total),
          label: t(($) => $.counters.total, { count: counts.total }),
        },
        { id: 'active', figure: format.number(counts.active), label: t(($) => $.counters.active) },
        { id: 'paused', figure: format.number(counts.paused), label: t(($) => $.counters.paused) },
        {
          id: 'draft',
          figure: format.number(counts.draft),
          label: t(($) => $.counters.draft, { count: counts.draft }),
        },
        {
          id: 'failed',
          figure: failed === null ? t(($) => $.counters.noShare) : format.percent(failed),
          label: t(($) => $.counters.failed),
        },
      ]}
    />
  );
}

const WEEK_MS = 7 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Share of the ended runs of a week that failed; null without any. */
function useFailedShare(): number | null {
  const trpc = useTRPC();
  // By the full hour, so that the same question is asked again and its answer is kept.
  const from = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - WEEK_MS).toISOString();
  const { data } = useQuery(trpc.runs.summary.queryOptions({ from }));
  if (data === undefined) return null;
  const { SUCCEEDED: succeeded = 0, FAILED: failed = 0 } = data.byStatus as Record<string, number>;
  return succeeded + failed === 0 ? null : failed / (succeeded + failed);
}
