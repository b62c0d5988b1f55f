import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../editor-actions/is-typing.ts';

export const SEARCH_KEY = '/';

/** `/` comes to the search of the palette from anywhere but a text field. */
export function useSlashKey(go: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== SEARCH_KEY || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    go();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
