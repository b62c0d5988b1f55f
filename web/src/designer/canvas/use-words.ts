import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepName } from '../../steps/use-step-name.ts';
import { ownerOf, type Place, type StepBody, stepsIn } from '../model/document.ts';
import { useEditor } from '../store/editor-context.ts';
import { actionIdOf } from '../store/step-facts.ts';

/** What a card is called. */
export function useCardName(): (body: StepBody) => string {
  const nameOf = useStepName();
  return (body) => nameOf({ name: body.name ?? null, actionId: actionIdOf(body), type: body.type });
}

const BRANCHES = ['then', 'else', 'body', 'try', 'catch'] as const;

/** Then, Else, Each item: the word of a branch. */
export function useBranchWord(): (block: StepBody | undefined, slot: string) => string {
  const { t } = useTranslation('canvas');
  return (block, slot) => {
    const branch = BRANCHES.find((each) => each === slot);
    if (branch === undefined) return slot;
    return t(($) => $.branches[branch], { item: typeof block?.itemVar === 'string' ? block.itemVar : '' });
  };
}

export interface PlaceWords {
  /** "Between Create task and Link two records." */
  where(place: Place): string;
  /** "Add a step after Create task" */
  insert(place: Place): string;
  /** "Then", of the pipe that a place is in; null = the outermost pipe. */
  branch(place: Place): string | null;
}

/** Places in words, as the document is when they are asked for. */
export function usePlaceWords(): PlaceWords {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const nameOf = useCardName();
  const branchWord = useBranchWord();
  const neighbours = useCallback(
    ({ pipe, index }: Place) => {
      const { document } = editor.store.getState();
      const owner = ownerOf(pipe);
      const steps = stepsIn(document, pipe);
      const word = (key: string | undefined) => {
        const body = key === undefined ? undefined : document.steps[key];
        return body === undefined ? '' : nameOf(body);
      };
      const [above, below] = [word(steps[index - 1]), word(steps[index])];
      const kind = steps.length === 0 ? 'only' : index === 0 ? 'first' : index >= steps.length ? 'last' : 'between';
      const branch = owner === null ? null : branchWord(document.steps[owner.step], owner.slot);
      return { kind, above, below, branch, block: word(owner?.step) } as const;
    },
    [editor, nameOf, branchWord],
  );
  return useMemo(
    () => ({
      where: (place) => {
        const { kind, above, below, branch, block } = neighbours(place);
        if (branch === null) return t(($) => $.places[kind], { above, below });
        const inside = {
          first: 'insideFirst',
          between: 'insideBetween',
          last: 'insideLast',
          only: 'insideOnly',
        } as const;
        return t(($) => $.places[inside[kind]], { above, below, branch, block });
      },
      insert: (place) => {
        const { kind, above, below, branch } = neighbours(place);
        if (kind === 'only' && branch !== null) return t(($) => $.insert.onlyInside, { branch });
        return t(($) => $.insert[kind], { above, below });
      },
      branch: (place) => neighbours(place).branch,
    }),
    [t, neighbours],
  );
}
