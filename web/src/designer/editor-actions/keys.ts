type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** Is this the shortcut? Letters are those of the reader's keyboard; with Alt, which makes other signs of them, the place of the key counts. */
export function isPressed(shortcut: string, event: Pressed): boolean {
  const parts = shortcut.split('+').filter((part) => part !== '');
  const wants = (modifier: string) => parts.includes(modifier);
  if (wants('Mod') !== (event.ctrlKey || event.metaKey) || wants('Alt') !== event.altKey) return false;
  const key = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  // A sign such as + may need Shift on one keyboard and not on another.
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  if (!isSign && wants('Shift') !== event.shiftKey) return false;
  if (event.altKey && /^[a-z]$/i.test(key)) return event.code === `Key${key.toUpperCase()}`;
  return event.key.toLowerCase() === key.toLowerCase();
}

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** A key cap for each key. Names of keys that have no sign are given by `nameOf`. */
export function keyCaps(shortcut: string, nameOf: (key: string) => string): string[] {
  const parts = shortcut.endsWith('+')
    ? [...shortcut.slice(0, -1).split('+').filter(Boolean), '+']
    : shortcut.split('+');
  return parts.map((part) => {
    const symbol = symbols[part] ?? (isMac() ? macSymbols[part] : undefined);
    return symbol ?? (part.length === 1 ? part.toUpperCase() : nameOf(part));
  });
}
