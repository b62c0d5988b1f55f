import { useLocalStorage } from '@mantine/hooks';

/** Groups that the reader has folded, remembered in this browser. */
export function useFoldedGroups() {
  const [folded, store] = useLocalStorage<string[]>({
    key: 'penstock.designer.palette.folded',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const list = Array.isArray(folded) ? folded : [];
  return {
    isFolded: (group: string) => list.includes(group),
    toggle: (group: string) => store(list.includes(group) ? list.filter((other) => other !== group) : [...list, group]),
  };
}
