import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditorState } from '../../store/editor-context.ts';
import { useStepValue } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { useStepKey } from '../step-context.ts';
import { saveNameProblem } from './save-name.ts';

/** The sign on the tab: another step keeps its output under the same name. */
export function OutputMark() {
  const { t } = useTranslation('inspector');
  const key = useStepKey();
  const { value } = useStepValue('/config/saveAs');
  const isShared = useEditorState(
    ({ document }) => typeof value === 'string' && saveNameProblem(value, key, document)?.kind === 'duplicate',
  );
  if (!isShared) return null;
  return (
    <>
      <IconAlertTriangle className={classes.tabMark} size={14} aria-hidden />
      <VisuallyHidden>{t(($) => $.saveName.shared)}</VisuallyHidden>
    </>
  );
}
