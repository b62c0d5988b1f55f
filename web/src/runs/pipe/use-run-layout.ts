import { useMemo, useState } from 'react';
import { type HeadBox, layoutPipe } from '../../ui/pipe/layout.ts';
import type { PipeBranch } from '../../ui/pipe/tree.ts';
import { useRunView } from '../view/run-view.tsx';
import { isPassedBy, runCourse, shownTries } from './run-course.ts';

/** Where everything of the pipe stands; a branch that was passed by is folded, one that may still be taken is shown dry. */
export function useRunLayout() {
  const { run, tree, rows, passes, chosen, selected } = useRunView();
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const shown = useMemo(() => shownTries(tree.steps.keys(), rows, passes, chosen), [tree, rows, passes, chosen]);
  const shut = run.waitingFor.find((wait) => wait.stepPath !== null)?.stepPath ?? null;
  const layout = useMemo(() => {
    const course = runCourse(tree.nodes, shown, run.status === 'SUCCEEDED');
    const isFolded = (key: string, branch: PipeBranch) => {
      const wanted = byHand.get(`${key} ${branch.name}`);
      if (wanted !== undefined) return wanted;
      // The selected step is never out of sight.
      if (selected?.path.startsWith(`${key}.${branch.name}.`) === true) return false;
      if (course.taken(key, branch.name)) return false;
      return course.flow(key) === 'passed' || isPassedBy(key, branch.name, shown.get(key)?.result, course);
    };
    return layoutPipe(tree.nodes, course, isFolded, { shut });
  }, [tree, shown, run.status, byHand, selected?.path, shut]);
  const toggle = (head: HeadBox) => setByHand(new Map(byHand).set(`${head.key} ${head.branch}`, !head.folded));
  return { layout, shown, toggle, shut };
}
