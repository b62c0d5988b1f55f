import { type RefObject, useEffect, useRef } from 'react';
import { useEditorState } from '../store/editor-context.ts';

/** What is filled in comes before the buttons that stand at its head. */
const FOCUSABLE = [
  'input:not([type="hidden"]):not([type="radio"]), textarea, [contenteditable="true"]',
  'button, [tabindex="0"]',
];
/** Parts that arrive late: a tab that opens, an editor that is fetched. */
const PATIENCE_MS = 1500;

/** Puts the focus into the field that somebody asked for: the nearest one around it that is there. */
export function useWantedField(): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useEditorState((state) => state.wanted);
  useEffect(() => {
    const root = container.current;
    if (wanted === null || root === null) return;
    if (focusIn(root, wanted.pointer, true)) return;
    const settle = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
    const observer = new MutationObserver(() => {
      if (focusIn(root, wanted.pointer, true)) settle();
    });
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden', 'aria-busy'],
    });
    const timer = setTimeout(() => {
      settle();
      focusIn(root, wanted.pointer, false);
    }, PATIENCE_MS);
    return settle;
  }, [wanted]);
  return container;
}

/** `exactly` = the field itself must be there and ready; else the longest address around it counts. */
function focusIn(root: HTMLElement, pointer: string, exactly: boolean): boolean {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-pointer]')];
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = fields.find(
      (one) => one.dataset.pointer === at || one.dataset.pointer === at.replace(/\/\$expr$/, ''),
    );
    const control = FOCUSABLE.map((kind) => field?.querySelector<HTMLElement>(kind)).find((one) => one);
    if (field !== undefined && control !== undefined && control !== null) {
      field.scrollIntoView({ block: 'nearest' });
      control.focus();
      return true;
    }
    if (exactly && !at.endsWith('/$expr')) return false;
  }
  return false;
}
