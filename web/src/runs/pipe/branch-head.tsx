import { useTranslation } from 'react-i18next';
import type { HeadBox } from '../../ui/pipe/layout.ts';
import classes from './run-pipe.module.css';

const words = ['then', 'else', 'body', 'try', 'catch', 'do'] as const;
type Word = (typeof words)[number];

/** The word of a branch; a way that was not taken says so. */
export function BranchHead({ head }: { head: HeadBox }) {
  const { t } = useTranslation('runs');
  const known = words.find((word): word is Word => word === head.branch);
  return (
    <div
      className={classes.head}
      style={{ insetBlockStart: `${(head.middle - 10) / 16}rem`, insetInlineStart: `${head.left / 16}rem` }}
    >
      <span className={classes.headWord} data-taken={head.taken || undefined}>
        {known === undefined ? head.branch : t(($) => $.pipe.branches[known])}
      </span>
      {head.folded && !head.taken && (
        <span className={classes.headNote}>
          {head.steps === 0 ? t(($) => $.pipe.emptyBranch) : t(($) => $.pipe.notTaken, { count: head.steps })}
        </span>
      )}
    </div>
  );
}
