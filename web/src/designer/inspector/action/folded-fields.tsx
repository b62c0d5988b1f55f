import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorState } from '../../store/editor-context.ts';
import classes from '../fields/fields.module.css';

/** Fields that few people need; they open by themselves for somebody who was sent to one of them. */
export function FoldedFields({
  title,
  pointers,
  count,
  children,
}: {
  title: 'more' | 'advanced';
  pointers: readonly string[];
  count?: number;
  children: ReactNode;
}) {
  const { t } = useTranslation('forms');
  const inside = useId();
  const [isOpen, setOpen] = useState(false);
  const [answered, setAnswered] = useState(0);
  const wanted = useEditorState((state) => state.wanted);
  if (wanted !== null && wanted.count !== answered) {
    setAnswered(wanted.count);
    if (pointers.some((pointer) => wanted.pointer.startsWith(pointer))) setOpen(true);
  }
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.folded}>
      <UnstyledButton
        className={classes.fold ?? ''}
        aria-expanded={isOpen}
        aria-controls={inside}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={14} stroke={1.8} aria-hidden />
        {title === 'more' ? t(($) => $.moreFields) : t(($) => $.advanced)}
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </UnstyledButton>
      <div id={inside} hidden={!isOpen}>
        {isOpen && <div className={classes.fields}>{children}</div>}
      </div>
    </div>
  );
}
