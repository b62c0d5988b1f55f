import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../store/editor-context.ts';
import { ExpressionInput } from '../fields/expression-input.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import fieldClasses from '../fields/fields.module.css';
import { memberPointer } from '../fields/mapped-props.ts';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { type Assignment, assignmentsIn, pathProblem, storedForm, withNewRow, withRow } from './assignment-rows.ts';

/** Rows "path ← expression". The store keeps no order of them, so none is promised: nothing moves up or down, and no row offers what another sets. */
export function AssignmentList({
  pointer,
  title,
  help,
  isOptional = false,
}: {
  pointer: string;
  title: string;
  help: ReactNode;
  /** Without rows nothing is stored. */
  isOptional?: boolean;
}) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const editor = useEditor();
  const { value, set } = useStepValue(pointer);
  const rows = assignmentsIn(value);
  const store = (next: readonly Assignment[], alone?: 'alone') =>
    set(next.length === 0 && isOptional ? undefined : storedForm(next), alone);
  const add = () => {
    const next = withNewRow(rows);
    store(next, 'alone');
    editor.reveal(editor.store.getState().selection, memberPointer(pointer, next.at(-1)?.path ?? ''));
  };
  return (
    <section className={fieldClasses.section} data-pointer={pointer} data-wide>
      <h3 className={fieldClasses.sectionTitle}>{title}</h3>
      <p className={fieldClasses.help}>{help}</p>
      {rows.length > 0 && (
        <div className={fieldClasses.rows}>
          {rows.map((_row, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: the path is edited here, so it cannot name the row
              key={index}
              rows={rows}
              index={index}
              pointer={pointer}
              store={store}
              isReadOnly={isReadOnly}
            />
          ))}
        </div>
      )}
      {!isReadOnly && (
        <div>
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t(($) => $.assign.add)}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  rows: readonly Assignment[];
  index: number;
  pointer: string;
  store: (rows: readonly Assignment[], alone?: 'alone') => void;
  isReadOnly: boolean;
}

function Row({ rows, index, pointer, store, isReadOnly }: RowProps) {
  const { t } = useTranslation('inspector');
  const row = rows[index] ?? { path: '', expression: '' };
  const position = index + 1;
  // A path that cannot be stored stays in its field until it is right, or until another row stands here.
  const [typed, setTyped] = useState<{ of: string; text: string } | null>(null);
  const shown = typed?.of === row.path ? typed.text : row.path;
  const problem = pathProblem(rows, index, shown);
  return (
    <FieldFrame
      pointer={memberPointer(pointer, row.path)}
      label={t(($) => $.assign.valueOf, { position })}
      {...(problem === null
        ? {}
        : { problem: problem === 'wrong' ? t(($) => $.assign.wrong) : t(($) => $.assign.duplicate) })}
      tools={isReadOnly ? undefined : <RemoveRow rows={rows} index={index} store={store} />}
      wide
    >
      <TextInput
        className={fieldClasses.code ?? ''}
        aria-label={t(($) => $.assign.newPath, { position })}
        value={shown}
        readOnly={isReadOnly}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const isRight = pathProblem(rows, index, text) === null;
          setTyped({ of: isRight ? text : row.path, text });
          if (isRight) store(withRow(rows, index, { path: text }));
        }}
        onBlur={() => {
          if (problem === null) setTyped(null);
        }}
      />
      <ExpressionInput
        label={t(($) => $.assign.valueOf, { position })}
        value={row.expression}
        onChange={(expression) => store(withRow(rows, index, { expression }))}
        isReadOnly={isReadOnly}
      />
    </FieldFrame>
  );
}

function RemoveRow({ rows, index, store }: Pick<RowProps, 'rows' | 'index' | 'store'>) {
  const { t } = useTranslation('inspector');
  const position = index + 1;
  return (
    <ActionIcon
      size="xs"
      aria-label={t(($) => $.assign.remove, { position })}
      onClick={() => store(rows.toSpliced(index, 1), 'alone')}
    >
      <IconTrash size={14} aria-hidden />
    </ActionIcon>
  );
}
