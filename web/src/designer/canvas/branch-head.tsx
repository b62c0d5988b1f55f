import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { pipeKey, type StepBody } from '../model/document.ts';
import { useEditorState } from '../store/editor-context.ts';
import classes from './branch.module.css';
import { stopOfBranch } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import { useBranchWord, useCardName } from './use-words.ts';

export interface BranchHeadProps {
  owner: string;
  slot: string;
  left: number;
  middle: number;
}

function rem(px: number): string {
  return `${px / 16}rem`;
}

/** The word of an open branch and when it is gone into. */
export const BranchHead = memo(function BranchHead({ owner, slot, left, middle }: BranchHeadProps) {
  const { t } = useTranslation('canvas');
  const body = useEditorState((state) => state.document.steps[owner]);
  const branchWord = useBranchWord();
  const nameOf = useCardName();
  if (body === undefined) return null;
  const pipe = pipeKey(owner, slot);
  const branch = branchWord(body, slot);
  return (
    <div className={classes.head} style={{ insetBlockStart: rem(middle - 12), insetInlineStart: rem(left) }}>
      <span className={classes.word}>{branch}</span>
      <span className={classes.note}>
        <BranchNote body={body} slot={slot} />
      </span>
      <button
        type="button"
        tabIndex={-1}
        className={classes.fold}
        data-fold={pipe}
        aria-label={t(($) => $.branch.fold, { branch, block: nameOf(body) })}
      >
        <IconChevronDown size={14} stroke={1.8} aria-hidden />
      </button>
    </div>
  );
});

function BranchNote({ body, slot }: { body: StepBody; slot: string }) {
  const { t } = useTranslation('canvas');
  if (slot === 'catch') return <>{t(($) => $.branchNotes.catch)}</>;
  const condition = expressionOf(body.condition);
  if (condition === '' || (slot !== 'then' && slot !== 'else')) return null;
  return <Trans t={t} i18nKey={($) => $.branchNotes[slot]} values={{ condition }} components={{ code: <code /> }} />;
}

function expressionOf(value: StepBody[string]): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return typeof value.$expr === 'string' ? value.$expr.trim() : '';
}

/** A branch that is folded or has no steps yet: a stop of its own, so that the keyboard can open it or begin it. */
export const BranchStub = memo(function BranchStub({
  owner,
  slot,
  left,
  middle,
  steps,
  level,
}: BranchHeadProps & { steps: number; level: number }) {
  const { t } = useTranslation('canvas');
  const pipe = pipeKey(owner, slot);
  const stop = stopOfBranch(pipe);
  const body = useEditorState((state) => state.document.steps[owner]);
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const isFocused = useCanvas((state) => state.focused === stop);
  const branchWord = useBranchWord();
  const nameOf = useCardName();
  if (body === undefined) return null;
  const branch = branchWord(body, slot);
  const quiet = isReadOnly ? t(($) => $.branch.emptyReadOnly) : t(($) => $.branch.empty);
  return (
    <div
      className={classes.stub}
      style={{ insetBlockStart: rem(middle - 12), insetInlineStart: rem(left) }}
      role="treeitem"
      tabIndex={isFocused ? 0 : -1}
      aria-level={level}
      aria-selected={false}
      aria-expanded={steps > 0 ? false : undefined}
      aria-label={t(($) => $.branch.of, { branch, block: nameOf(body) })}
      aria-description={steps > 0 ? t(($) => $.branch.folded, { count: steps }) : quiet}
      data-stop={stop}
      data-stub={steps > 0 ? 'folded' : 'empty'}
    >
      <span className={classes.word}>{branch}</span>
      {steps > 0 ? (
        <span className={classes.action}>
          {t(($) => $.branch.folded, { count: steps })}
          <IconChevronRight size={14} stroke={1.8} aria-hidden className={classes.turning} />
        </span>
      ) : isReadOnly ? (
        <span className={classes.note}>{quiet}</span>
      ) : (
        <span className={classes.action}>
          <IconPlus size={14} stroke={1.8} aria-hidden />
          {t(($) => $.branch.addFirst)}
        </span>
      )}
    </div>
  );
});
