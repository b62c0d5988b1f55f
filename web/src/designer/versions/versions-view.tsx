import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import { EmptyState, Loading } from '../../ui/states.tsx';
import type { DesignedWorkflow } from '../page/designer-types.ts';
import { VersionDetails } from './version-details.tsx';
import { VersionRow } from './version-row.tsx';
import classes from './versions.module.css';

const route = getRouteApi('/shell/workflows/$workflowId');

/** Every version that was live, newest first; one of them beside the draft. */
export function VersionsView({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  const { t: tCommon } = useTranslation('common');
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useTRPCClient();
  const input = { workflowId: workflow.workflowId };
  const versions = usePages(trpc.workflows.versions.infiniteQueryKey(input), (cursor) =>
    client.workflows.versions.query({ ...input, cursor }),
  );
  const items = versions.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = items.find((item) => item.version === search.version) ?? items[0];
  if (versions.isPending)
    return (
      <div className={classes.alone}>
        <Loading what={t(($) => $.versions.title)} />
      </div>
    );
  if (versions.isError) {
    return (
      <div className={classes.alone}>
        <ServerError error={versions.error} onRetry={() => void versions.refetch()} />
      </div>
    );
  }
  if (chosen === undefined) {
    return (
      <div className={classes.alone}>
        <EmptyState icon={IconHistory} title={t(($) => $.versions.empty)} text={t(($) => $.versions.emptyText)} />
      </div>
    );
  }
  return (
    <div className={classes.view}>
      <nav className={classes.rows} aria-label={t(($) => $.versions.title)}>
        <ol className={classes.rowList}>
          {items.map((item) => (
            <li key={item.version}>
              <VersionRow
                item={item}
                selected={item.version === chosen.version}
                onSelect={() => void navigate({ search: { view: 'versions', version: item.version }, replace: true })}
              />
            </li>
          ))}
        </ol>
        {versions.hasNextPage && (
          <Button variant="subtle" loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            {tCommon(($) => $.showMore)}
          </Button>
        )}
      </nav>
      <VersionDetails key={chosen.version} workflow={workflow} version={chosen.version} />
    </div>
  );
}
