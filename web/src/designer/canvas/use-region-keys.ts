import { useEffect } from 'react';

/** Parts of the designer that F6 goes between, marked by `data-region`, in the order in which they stand in the page. */
export const REGIONS = ['palette', 'canvas', 'inspector', 'problems'] as const;
export type Region = (typeof REGIONS)[number];

const fields = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), [contenteditable="true"]';
const controls = 'a[href], button:not([disabled]), [tabindex="0"]:not([role="separator"])';

function regionsShown(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.closest('[hidden], [inert]') === null,
  );
}

/** Puts the keyboard into a region: where it asks for it, else on its first field, else on its first control. */
export function focusRegion(region: Region): boolean {
  const element = regionsShown().find((each) => each.dataset.region === region);
  return element !== undefined && focusInside(element);
}

function focusInside(region: HTMLElement): boolean {
  const wanted = ['[data-region-start]', '[role="treeitem"][tabindex="0"]', fields, controls];
  const target = wanted
    .map((selector) => [...region.querySelectorAll<HTMLElement>(selector)].find((each) => each.tabIndex >= 0))
    .find((each) => each !== undefined);
  if (target === undefined) region.tabIndex = -1;
  (target ?? region).focus();
  return true;
}

/** F6 goes to the next region, Shift+F6 to the one before. */
export function useRegionKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      const regions = regionsShown();
      if (regions.length === 0) return;
      event.preventDefault();
      const at = regions.findIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = at < 0 ? 0 : (at + step + regions.length) % regions.length;
      const region = regions[next];
      if (region !== undefined) focusInside(region);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
