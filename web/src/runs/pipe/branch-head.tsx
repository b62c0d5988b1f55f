import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HeadBox } from '../../ui/pipe/layout.ts';
import classes from './run-pipe.module.css';

const words = ['then', 'else', 'body', 'try', 'catch', 'do'] as const;
type Word = (typeof words)[number];

/** The word of a branch; a way that was not taken says so, and can be folded and unfolded. */
export function BranchHead({ head, onToggle }: { head: HeadBox; onToggle: () => void }) {
  const { t } = useTranslation('runs');
  const known = words.find((word): word is Word => word === head.branch);
  const word = known === undefined ? head.branch : t(($) => $.pipe.branches[known]);
  const place = { insetBlockStart: `${(head.middle - 12) / 16}rem`, insetInlineStart: `${head.left / 16}rem` };
  const note = head.folded && (
    <span className={classes.headNote}>
      {head.steps === 0
        ? t(($) => $.pipe.emptyBranch)
        : head.taken
          ? t(($) => $.pipe.foldedSteps, { count: head.steps })
          : t(($) => $.pipe.notTaken, { count: head.steps })}
    </span>
  );
  const label = (
    <span className={classes.headWord} data-taken={head.taken || undefined}>
      {word}
    </span>
  );
  if (head.folded && head.steps === 0) {
    return (
      <div className={classes.head} style={place}>
        {label}
        {note}
      </div>
    );
  }
  const Chevron = head.folded ? IconChevronRight : IconChevronDown;
  return (
    <UnstyledButton className={classes.head} style={place} onClick={onToggle} aria-expanded={!head.folded}>
      {label}
      <Chevron size={14} stroke={1.8} aria-hidden className={classes.headChevron} />
      {note}
    </UnstyledButton>
  );
}
