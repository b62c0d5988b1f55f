/** A place where keys write text, or choose in a list: shortcuts leave it alone. */
const WRITES =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, select, [contenteditable="true"], .cm-editor';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(WRITES) !== null;
}
