import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what opened a dialog once the dialog is gone. Dialogs are taken out of the page when they close, so that they
 * never see their own closing.
 */
export function useFocusReturn(): void {
  const [opener] = useState(openerOf);
  useEffect(() => {
    return () => {
      // After the dialog's own elements are gone; whoever took the focus meanwhile keeps it.
      setTimeout(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) opener?.focus({ preventScroll: true });
      });
    };
  }, [opener]);
}

/** The focused element; for an item of a menu, which goes with its menu, the button of the menu. */
function openerOf(): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const label = focused.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return (label == null ? null : document.getElementById(label)) ?? focused;
}
