import { useMediaQuery } from '@mantine/hooks';

export type DataLayout = 'wide' | 'middle' | 'narrow';

/** wide: three columns that scroll for themselves · middle: collections beside, the rest below each other, panels as sheets · narrow: one column. */
export function useDataLayout(): DataLayout {
  // 1,100 px of main beside a navigation of 212.
  const wide = useMediaQuery('(min-width: 1312px)', true, { getInitialValueInEffect: false });
  const narrow = useMediaQuery('(max-width: 759px)', false, { getInitialValueInEffect: false });
  if (wide) return 'wide';
  return narrow ? 'narrow' : 'middle';
}
