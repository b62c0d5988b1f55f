import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCopyPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import { Tile } from '../../ui/tile.tsx';
import { duplicateSteps } from '../model/commands/duplicate-steps.ts';
import { removeSteps } from '../model/commands/remove-steps.ts';
import { rowOf, wrapSteps } from '../model/commands/wrap-steps.ts';
import type { StepKey } from '../model/document.ts';
import { newStep } from '../model/new-step.ts';
import { selectSteps } from '../model/selection.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import { useIsReadOnly } from './fields/use-step-value.ts';
import classes from './inspector.module.css';

/** Several steps are selected: what can be done with all of them. */
export function SeveralSteps({ keys }: { keys: readonly StepKey[] }) {
  const { t } = useTranslation('inspector');
  const editor = useEditor();
  const isReadOnly = useIsReadOnly();
  const duplicate = () => {
    const { change, keys: copies } = duplicateSteps(editor.store.getState().document, keys);
    editor.run(change, { select: selectSteps(...copies) });
  };
  return (
    <div className={classes.several}>
      <h2 className={classes.severalTitle}>{t(($) => $.several.title, { count: keys.length })}</h2>
      {!isReadOnly && (
        <div className={classes.severalActions}>
          <Button
            variant="default"
            leftSection={<IconCopyPlus size={15} stroke={1.7} aria-hidden />}
            onClick={duplicate}
          >
            {t(($) => $.several.duplicate)}
          </Button>
          <WrapMenu keys={keys} />
          <Button
            variant="default"
            data-danger
            leftSection={<IconTrash size={15} stroke={1.7} aria-hidden />}
            onClick={() => editor.run(removeSteps(keys))}
          >
            {t(($) => $.several.delete)}
          </Button>
        </div>
      )}
      <ul className={classes.severalList}>
        {keys.map((key) => (
          <SelectedStep key={key} stepKey={key} />
        ))}
      </ul>
    </div>
  );
}

const BLOCKS = [
  { type: 'control.if', slot: 'then' },
  { type: 'control.forEach', slot: 'body' },
  { type: 'control.tryCatch', slot: 'try' },
] as const;

function WrapMenu({ keys }: { keys: readonly StepKey[] }) {
  const { t } = useTranslation('inspector');
  const labels = useEntryLabels();
  const editor = useEditor();
  const document = useEditorState((state) => state.document);
  const isRow = rowOf(document, keys) !== null;
  const wrap = (type: string, slot: string) => {
    const block = newStep({ type }, document);
    editor.run(wrapSteps(document, keys, block, slot), { select: selectSteps(block.id) });
  };
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          disabled={!isRow}
          title={isRow ? undefined : t(($) => $.several.apart)}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t(($) => $.several.wrap)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {BLOCKS.map(({ type, slot }) => {
          const { icon: Icon } = kindOf(type);
          return (
            <Menu.Item
              key={type}
              leftSection={<Icon size={15} stroke={1.7} aria-hidden />}
              onClick={() => wrap(type, slot)}
            >
              {labels.node(type)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function SelectedStep({ stepKey }: { stepKey: StepKey }) {
  const labels = useEntryLabels();
  const body = useEditorState((state) => state.document.steps[stepKey]);
  if (body === undefined) return null;
  const config = body.config as { actionId?: unknown } | undefined;
  const actionId = typeof config?.actionId === 'string' ? config.actionId : null;
  const { icon, family } = kindOf(actionId ?? body.type);
  return (
    <li>
      <Tile icon={icon} family={family} size={24} />
      <span>{body.name ?? (actionId === null ? labels.node(body.type) : labels.action(actionId))}</span>
    </li>
  );
}
