import type { CSSVariablesResolver } from '@mantine/core';
import { type Hue, hues, mantineAliases, palettes } from './palettes.ts';

const { petrol, stone, dark, rust } = palettes;

/** `share` of `color` over `base`, both #rrggbb. */
function mix(color: string, base: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(color, at) * share + channel(base, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function hueVariables(make: (palette: (typeof palettes)[Hue], prefix: string) => Record<string, string>) {
  return Object.assign({}, ...hues.map((hue) => make(palettes[hue], `--ps-${hue}`))) as Record<string, string>;
}

/** Mantine's "light" variants land on the badge pair, whose contrast is known. */
function lightVariants(of: (palette: readonly string[]) => { text: string; bg: string; hover: string; line: string }) {
  const named = Object.entries({ ...Object.fromEntries(hues.map((hue) => [hue, palettes[hue]])), ...mantineAliases });
  return Object.assign(
    {},
    ...named.map(([name, palette]) => {
      const { text, bg, hover, line } = of(palette);
      return {
        [`--mantine-color-${name}-light`]: bg,
        [`--mantine-color-${name}-light-hover`]: hover,
        [`--mantine-color-${name}-light-color`]: text,
        [`--mantine-color-${name}-outline`]: text,
        [`--mantine-color-${name}-outline-hover`]: line,
      };
    }),
  ) as Record<string, string>;
}

const light: Record<string, string> = {
  '--ps-canvas': stone[0],
  '--ps-surface': '#ffffff',
  '--ps-sunken': stone[1],
  '--ps-hover': stone[1],
  '--ps-selected': petrol[0],
  '--ps-line': stone[2],
  '--ps-line-strong': stone[3],
  '--ps-control': stone[5],
  '--ps-text': stone[9],
  '--ps-text-2': stone[8],
  '--ps-text-3': stone[7],
  '--ps-text-4': stone[6],
  '--ps-accent': petrol[7],
  '--ps-accent-hover': petrol[8],
  '--ps-accent-text': petrol[7],
  '--ps-halo': petrol[1],
  '--ps-wall': stone[5],
  '--ps-dry': '#fdfefe',
  '--ps-wall-wet': petrol[7],
  '--ps-water': petrol[4],
  '--ps-glint': '#c9f0f8',
  '--ps-ink': stone[8],
  '--ps-floating': stone[9],
  '--ps-shadow-1': '0 1px 2px rgb(16 32 38 / 5%)',
  '--ps-shadow-2': '0 8px 28px -6px rgb(14 34 42 / 20%), 0 2px 6px rgb(14 34 42 / 7%)',
  ...hueVariables((palette, prefix) => ({
    [`${prefix}-text`]: palette[7],
    [`${prefix}-bg`]: palette[1],
    [`${prefix}-line`]: palette[2],
    [`${prefix}-graphic`]: palette[6],
    [`${prefix}-faint`]: palette[0],
  })),
  ...lightVariants((palette) => ({
    text: palette[7] as string,
    bg: palette[1] as string,
    hover: palette[2] as string,
    line: palette[0] as string,
  })),
};

const darkScheme: Record<string, string> = {
  '--ps-canvas': dark[8],
  '--ps-surface': dark[7],
  '--ps-sunken': dark[8],
  '--ps-hover': dark[6],
  '--ps-selected': '#0d2930',
  '--ps-line': '#2a3539',
  '--ps-line-strong': dark[4],
  '--ps-control': dark[3],
  '--ps-text': dark[0],
  '--ps-text-2': '#c6cdd0',
  '--ps-text-3': '#9fa9ad',
  '--ps-text-4': dark[2],
  '--ps-accent': petrol[8],
  '--ps-accent-hover': petrol[7],
  '--ps-accent-text': petrol[3],
  '--ps-halo': mix(petrol[7], dark[7], 0.6),
  '--ps-wall': '#66757c',
  '--ps-dry': '#1a2428',
  '--ps-wall-wet': petrol[5],
  '--ps-water': petrol[7],
  '--ps-glint': petrol[3],
  '--ps-ink': stone[7],
  '--ps-floating': dark[4],
  '--ps-shadow-1': '0 1px 2px rgb(0 0 0 / 30%)',
  '--ps-shadow-2': '0 8px 28px -6px rgb(0 0 0 / 65%), 0 2px 6px rgb(0 0 0 / 40%)',
  ...hueVariables((palette, prefix) => ({
    [`${prefix}-text`]: palette[3],
    [`${prefix}-bg`]: mix(palette[8], dark[7], 0.42),
    [`${prefix}-line`]: mix(palette[7], dark[7], 0.6),
    [`${prefix}-graphic`]: palette[4],
    [`${prefix}-faint`]: mix(palette[8], dark[7], 0.2),
  })),
  ...lightVariants((palette) => ({
    text: palette[3] as string,
    bg: mix(palette[8] as string, dark[7], 0.42),
    hover: mix(palette[8] as string, dark[7], 0.6),
    line: mix(palette[8] as string, dark[7], 0.2),
  })),
};

/** What Mantine's own components read, said in our variables. */
const shared: Record<string, string> = {
  '--mantine-color-body': 'var(--ps-canvas)',
  '--mantine-color-text': 'var(--ps-text)',
  '--mantine-color-dimmed': 'var(--ps-text-3)',
  '--mantine-color-placeholder': 'var(--ps-text-4)',
  '--mantine-color-error': 'var(--ps-rust-text)',
  '--mantine-color-anchor': 'var(--ps-accent-text)',
  '--mantine-color-default': 'var(--ps-surface)',
  '--mantine-color-default-hover': 'var(--ps-hover)',
  '--mantine-color-default-color': 'var(--ps-text)',
  '--mantine-color-default-border': 'var(--ps-line-strong)',
  '--mantine-color-disabled': 'var(--ps-sunken)',
  '--mantine-color-disabled-color': 'var(--ps-text-4)',
  '--mantine-color-disabled-border': 'var(--ps-line)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--ps-curve': 'cubic-bezier(.2,.8,.2,1)', '--ps-pipe': '0.6rem' },
  // In the schemes, not in the root: Mantine writes its own values there and the later rule wins.
  light: { ...light, ...shared },
  dark: { ...darkScheme, ...shared, '--mantine-color-error': rust[3] },
});
