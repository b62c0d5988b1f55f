/** Work that is done again and again beside the runs; a failure is told and the next turn tries again. */
export interface Chore {
  name: string;
  everyMs: number;
  run(): Promise<unknown>;
}

/**
 * Does the first turn at once. The next one begins `everyMs` after the last one ended, so that a slow one is never doubled.
 * What it answers stops it and waits for the turn that is under way, which still needs the database.
 */
export function repeatChore(
  { name, everyMs, run }: Chore,
  onError: (name: string, error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let underWay = Promise.resolve();
  let isStopped = false;
  const turn = async () => {
    try {
      await run();
    } catch (error) {
      onError(name, error);
    }
    if (!isStopped) timer = setTimeout(start, everyMs);
  };
  const start = () => {
    underWay = turn();
  };
  timer = setTimeout(start, 0);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    return underWay;
  };
}
