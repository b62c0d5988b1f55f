import { Button, FileInput, Modal, Radio, Stack } from '@mantine/core';
import { IconFileCode } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiErrorOf } from '../api/api-error.ts';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { ErrorPanel } from '../ui/states.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { ImportPlan, MissingDependencies } from './import-plan.tsx';
import classes from './workflows.module.css';

/** What happens to a workflow that is here already: refuse, change it in place, or delete it and make it anew. */
const modes = ['create', 'update', 'recreate'] as const;
type Mode = (typeof modes)[number];
const force = { create: false, update: true, recreate: 'recreate' } as const satisfies Record<
  Mode,
  boolean | 'recreate'
>;

/** Reads a bundle, shows what the import would do, and does it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const [file, setFile] = useState<File | null>(null);
  const [bundle, setBundle] = useState<unknown>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [mode, setMode] = useState<Mode>('create');
  const plan = useImport(true);
  const importing = useImport(false, onClose);

  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setBundle(null);
    setUnreadable(false);
    plan.reset();
    setMode('create');
    if (chosen === null) return;
    const read = await readJson(chosen);
    if (read === undefined) return setUnreadable(true);
    setBundle(read);
    plan.mutate({ bundle: read, mode: 'create' });
  };
  const choosePolicy = (next: string) => {
    const chosen = modes.find((each) => each === next) ?? 'create';
    setMode(chosen);
    plan.mutate({ bundle, mode: chosen });
  };
  const conflict = plan.error !== null && apiErrorOf(plan.error).code === 'WORKFLOW_KEY_CONFLICT';
  const refusal = plan.error === null ? null : apiErrorOf(plan.error);

  return (
    <Modal
      opened
      onClose={onClose}
      size={600}
      title={t(($) => $.import.title)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <div className={classes.form}>
        <FileInput
          label={t(($) => $.import.file)}
          description={t(($) => $.import.fileHelp)}
          placeholder={t(($) => $.import.choose)}
          accept="application/json,.json"
          leftSection={<IconFileCode size={16} stroke={1.7} aria-hidden />}
          value={file}
          onChange={(chosen) => void choose(chosen)}
          clearable
          clearButtonProps={{ 'aria-label': t(($) => $.import.clear) }}
          data-autofocus
        />
        {unreadable && <ErrorPanel text={t(($) => $.import.unreadable)} />}
        {refusal !== null && <ServerError error={plan.error} />}
        {refusal?.code === 'MISSING_DEPENDENCIES' && <MissingDependencies details={refusal.details} />}
        {(conflict || mode !== 'create') && <Policy mode={mode} onChange={choosePolicy} />}
        <div role="status">{plan.data !== undefined && <ImportPlan plan={plan.data} />}</div>
        {importing.error !== null && <ServerError error={importing.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button
            onClick={() => importing.mutate({ bundle, mode })}
            loading={importing.isPending || plan.isPending}
            disabled={plan.data === undefined}
            data-danger={mode === 'recreate' || undefined}
          >
            {mode === 'recreate' ? t(($) => $.import.verbRecreate) : t(($) => $.import.verb)}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Policy({ mode, onChange }: { mode: Mode; onChange: (mode: string) => void }) {
  const { t } = useTranslation('workflows');
  return (
    <Radio.Group label={t(($) => $.import.policy)} value={mode} onChange={onChange}>
      <Stack gap={8} mt={6}>
        {modes.map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(($) => $.import.modes[each].label)}
            description={t(($) => $.import.modes[each].help)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function useImport(dryRun: boolean, onDone?: () => void) {
  const { t } = useTranslation('workflows');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ bundle, mode }: { bundle: unknown; mode: Mode }) =>
      client.workflows.import.mutate({ bundle: bundle as never, force: force[mode], dryRun }),
    onSuccess: async (summary) => {
      if (dryRun) return;
      const count = summary.createdWorkflows.length + summary.updatedWorkflows.length;
      announce(t(($) => $.import.done, { count }));
      await queries.invalidateQueries(trpc.workflows.pathFilter());
      onDone?.();
    },
  });
}

/** Undefined where the file is not JSON. */
async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return undefined;
  }
}
