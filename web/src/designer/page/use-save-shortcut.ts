import { useEffect } from 'react';
import { useDraftSaver } from './use-draft.ts';

/** Ctrl+S saves at once, wherever the focus is. */
export function useSaveShortcut(): void {
  const saver = useDraftSaver();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.altKey) return;
      event.preventDefault();
      void saver.flush();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [saver]);
}
