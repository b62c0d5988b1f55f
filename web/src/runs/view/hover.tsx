import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';

/** A step in one pass. */
export interface StepAddress {
  path: string;
  at: string;
}

interface Hover {
  get(): StepAddress | null;
  set(address: StepAddress | null): void;
  subscribe(listener: () => void): () => void;
}

const HoverContext = createContext<Hover>(createHover());

/** What the pointer is over, on whichever side: only the card and the row that it concerns are drawn again. */
export function HoverProvider({ children }: { children: ReactNode }) {
  const hover = useMemo(createHover, []);
  return <HoverContext value={hover}>{children}</HoverContext>;
}

/** `at` undefined = in any pass. */
export function useIsHovered(path: string, at?: string): boolean {
  const hover = useContext(HoverContext);
  return useSyncExternalStore(hover.subscribe, () => {
    const over = hover.get();
    return over !== null && over.path === path && (at === undefined || over.at === at);
  });
}

/** For the element that stands for a step. */
export function useHoverHandlers(path: string, at: string) {
  const hover = useContext(HoverContext);
  return useMemo(
    () => ({ onPointerEnter: () => hover.set({ path, at }), onPointerLeave: () => hover.set(null) }),
    [hover, path, at],
  );
}

function createHover(): Hover {
  let over: StepAddress | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => over,
    set: (address) => {
      over = address;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
