import { Button } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/states.tsx';
import { ROOT } from '../model/document.ts';
import { useEditorState } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import { canvasStore } from './canvas-store.ts';

/** A workflow without steps: what will be here, and the one thing to do. */
export function EmptyWorkflow() {
  const { t } = useTranslation('canvas');
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  return (
    <div className={classes.empty}>
      <EmptyState
        icon={IconRoute}
        title={t(($) => $.empty.title)}
        text={isReadOnly ? t(($) => $.empty.textReadOnly) : t(($) => $.empty.text)}
        action={
          isReadOnly ? undefined : (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
              onClick={() => canvasStore.setState({ insertAt: { pipe: ROOT, index: 0 } })}
            >
              {t(($) => $.insert.only)}
            </Button>
          )
        }
      />
    </div>
  );
}
