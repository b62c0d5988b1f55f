import { StartRunDialog } from '../start-run/start-run-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import type { WorkflowDialog, WorkflowItem } from './workflow-types.ts';

type Target = Pick<WorkflowItem, 'workflowId' | 'key' | 'name' | 'draftVersion' | 'publishedVersion' | 'trigger'>;

export function WorkflowDialogs({
  workflow,
  dialog,
  onClose,
}: {
  workflow: Target;
  dialog: WorkflowDialog | null;
  onClose: () => void;
}) {
  if (dialog === 'run') return <StartRunDialog workflow={workflow} onClose={onClose} />;
  if (dialog === 'publish') return <PublishDialog workflow={workflow} onClose={onClose} />;
  if (dialog === 'delete') return <DeleteDialog workflow={workflow} onClose={onClose} />;
  return null;
}
