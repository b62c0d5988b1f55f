export interface Timer {
  /** Runs after so many milliseconds, once, unless it is started again before. */
  start(delay: number): void;
  clear(): void;
  /** While it is not allowed, nothing is waited for: a save that fails after its page was left is not tried again. */
  allow(isAllowed: boolean): void;
}

export function createTimer(run: () => void): Timer {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isAllowed = false;
  const clear = () => clearTimeout(waiting);
  return {
    clear,
    start(delay) {
      clear();
      if (isAllowed) waiting = setTimeout(run, delay);
    },
    allow(next) {
      isAllowed = next;
      if (!next) clear();
    },
  };
}
