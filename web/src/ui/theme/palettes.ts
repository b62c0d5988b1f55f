import type { MantineColorsTuple } from '@mantine/core';

/** Ten shades of each hue, 0 lightest. The only place where a colour is written down. */
export const palettes = {
  petrol: [
    '#f0f9fc',
    '#ddf3f8',
    '#bae6f2',
    '#89d3e6',
    '#50bbd2',
    '#1e9fb7',
    '#008398',
    '#016a7a',
    '#03535f',
    '#003b45',
  ],
  azure: ['#f3f8ff', '#e3f0fe', '#c6e0fe', '#9ccafe', '#65aefe', '#4492e4', '#2d77c3', '#1e5fa1', '#154a7f', '#0f355c'],
  iris: ['#f7f7fe', '#ececfe', '#dad9fe', '#c0beff', '#a39cfe', '#887bed', '#7062cb', '#5a4da8', '#463c85', '#312a60'],
  plum: ['#fef4f9', '#ffe6f3', '#ffcce7', '#ffa5d8', '#f07cc1', '#d45da6', '#b3468a', '#933470', '#742758', '#541b3f'],
  moss: ['#f1faf3', '#dff4e6', '#beeacc', '#92d9ab', '#5fc286', '#39a669', '#1e8a52', '#0c7040', '#065831', '#063f22'],
  brass: ['#fbf7ed', '#f7edd8', '#f1dbb0', '#e5c07b', '#d3a13d', '#b88406', '#996b02', '#7d5500', '#634200', '#482e00'],
  ember: ['#fff5f0', '#feeadd', '#ffd3b9', '#ffb284', '#f68943', '#db6a14', '#b85300', '#964100', '#773100', '#582100'],
  rust: ['#fff5f4', '#ffe8e6', '#fed1cd', '#feaea8', '#ff7d78', '#ea5554', '#c73c3f', '#a42b2f', '#822023', '#5e1618'],
  stone: ['#f7f9fa', '#eff3f5', '#e1e7e9', '#ced5d8', '#abb4b8', '#838e92', '#636e72', '#4d595d', '#303b40', '#162024'],
  dark: ['#dfe4e5', '#bbc2c5', '#97a0a3', '#6b777a', '#3a4649', '#2b3639', '#1f292c', '#161f22', '#0f1719', '#081012'],
} as const satisfies Record<string, MantineColorsTuple>;

/** Hues that carry meaning; each has text, bg, line and graphic variables. */
export const hues = ['petrol', 'azure', 'iris', 'plum', 'moss', 'brass', 'ember', 'rust'] as const;
export type Hue = (typeof hues)[number];

/** Mantine's own names point at ours, so that none of its default colours leaks in. */
export const mantineAliases = {
  cyan: palettes.petrol,
  teal: palettes.petrol,
  blue: palettes.azure,
  indigo: palettes.azure,
  violet: palettes.iris,
  grape: palettes.iris,
  pink: palettes.plum,
  green: palettes.moss,
  lime: palettes.moss,
  yellow: palettes.brass,
  orange: palettes.ember,
  red: palettes.rust,
  gray: palettes.stone,
} as const;
