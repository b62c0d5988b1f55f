import { SegmentedControl } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { RunDetails } from '../run-types.ts';
import { TabState } from './tab-state.tsx';
import classes from './tabs.module.css';

const parts = ['payload', 'vars', 'meta', 'error'] as const;
type Part = (typeof parts)[number];

/** The data that the run carries, as of its last step. Before the first one there is what it was started with. */
export function DataTab({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const format = useFormat();
  const [part, setPart] = useState<Part>('payload');
  const snapshots = useQuery(trpc.runs.snapshots.queryOptions({ runId: run.runId, limit: 1 }));
  return (
    <TabState query={snapshots} what={t(($) => $.data.what)}>
      {(page) => {
        const newest = page.items[0];
        const envelope: Record<string, unknown> =
          newest === undefined ? { payload: run.input } : (newest.envelope as Record<string, unknown>);
        const value = envelope[part];
        return (
          <>
            <div className={classes.snapshots}>
              <SegmentedControl
                size="xs"
                value={part}
                onChange={(next) => setPart(parts.find((each) => each === next) ?? 'payload')}
                data={parts.map((each) => ({ value: each, label: t(($) => $.data.parts[each]) }))}
                aria-label={t(($) => $.data.part)}
              />
              <span className={classes.quiet}>
                {newest === undefined
                  ? t(($) => $.data.asStarted)
                  : t(($) => $.data.asOf, {
                      time: format.dateTime(newest.createdAt),
                      size: format.bytes(newest.sizeBytes),
                    })}
              </span>
            </div>
            {value === undefined || value === null ? (
              <EmptyState icon={IconBraces} title={t(($) => $.data.empty.title)} text={t(($) => $.data.empty.text)} />
            ) : (
              <JsonView value={value} label={t(($) => $.data.parts[part])} />
            )}
          </>
        );
      }}
    </TabState>
  );
}
