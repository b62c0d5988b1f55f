import {
  ActionIcon,
  type BadgeProps,
  Button,
  type CheckboxProps,
  createTheme,
  type DrawerProps,
  Input,
  type MenuProps,
  type ModalProps,
  Portal,
  rem,
  type SelectProps,
  type TabsProps,
  type TooltipProps,
} from '@mantine/core';
import { mantineAliases, palettes } from './palettes.ts';
import classes from './theme.module.css';

const controlHeights: Record<string, number> = { xs: 26, sm: 30, md: 34, lg: 36 };
const height = (size: unknown) => rem(controlHeights[String(size ?? 'sm')] ?? 30);

/** What `extend` says, without fetching the component: the theme is on every page, they are not. */
function lookOf<Props>(look: { defaultProps?: Partial<Props>; classNames?: Record<string, string> }): typeof look {
  return look;
}

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 8 },
  white: '#ffffff',
  black: palettes.stone[9],
  autoContrast: false,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  colors: { ...palettes, ...mantineAliases },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: rem(11), sm: rem(12), md: rem(13), lg: rem(15), xl: rem(20) },
  lineHeights: { xs: '1.45', sm: '1.34', md: '1.385', lg: '1.467', xl: '1.4' },
  spacing: { xs: rem(6), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(10), xl: rem(32) },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: rem(28) },
      h2: { fontSize: rem(15), lineHeight: rem(22) },
      h3: { fontSize: rem(13), lineHeight: rem(18) },
    },
  },
  shadows: { xs: 'var(--ps-shadow-1)', sm: 'var(--ps-shadow-1)', md: 'var(--ps-shadow-2)', lg: 'var(--ps-shadow-2)' },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      classNames: { root: classes.button ?? '' },
      vars: (_theme, { size }) => ({
        root: {
          '--button-height': height(size),
          '--button-padding-x': rem(size === 'xs' ? 9 : 12),
          '--button-fz': rem(size === 'xs' ? 12 : 13),
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' },
      classNames: { root: classes.actionIcon ?? '' },
      vars: (_theme, { size }) => ({ root: { '--ai-size': height(size) } }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      classNames: { input: classes.input ?? '', wrapper: classes.inputWrapper ?? '' },
      vars: (_theme, { size }) => ({
        wrapper: { '--input-height': height(size), '--input-fz': rem(13), '--input-size': height(size) },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      classNames: {
        label: classes.label ?? '',
        description: classes.description ?? '',
        error: classes.error ?? '',
      },
      defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    }),
    Modal: lookOf<ModalProps>({
      defaultProps: {
        padding: 'lg',
        centered: false,
        radius: 'lg',
        overlayProps: { color: '#101e24', backgroundOpacity: 0.28 },
      },
      classNames: {
        inner: classes.modalInner ?? '',
        content: classes.modal ?? '',
        header: classes.modalHeader ?? '',
        title: classes.modalTitle ?? '',
      },
    }),
    Drawer: lookOf<DrawerProps>({
      defaultProps: { padding: 'lg', overlayProps: { color: '#101e24', backgroundOpacity: 0.28 } },
      classNames: {
        inner: classes.modalInner ?? '',
        content: classes.modal ?? '',
        header: classes.modalHeader ?? '',
        title: classes.modalTitle ?? '',
      },
    }),
    // The place for menus and dialogs inside the main landmark of the page.
    Portal: Portal.extend({ defaultProps: { target: '#overlays' } }),
    Menu: lookOf<MenuProps>({
      defaultProps: {
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        radius: 'md',
        transitionProps: { duration: 120 },
      },
      classNames: { dropdown: classes.dropdown ?? '', item: classes.menuItem ?? '', label: classes.menuLabel ?? '' },
    }),
    // The list itself scrolls, so that it is known as the popup of its field and needs no focus of its own.
    Select: lookOf<SelectProps>({
      defaultProps: { withScrollArea: false },
      classNames: {
        dropdown: classes.dropdown ?? '',
        options: classes.options ?? '',
        option: classes.option ?? '',
        groupLabel: classes.optionGroup ?? '',
      },
    }),
    Checkbox: lookOf<CheckboxProps>({
      defaultProps: { radius: 'xs' },
      classNames: { input: classes.checkbox ?? '' },
    }),
    Tabs: lookOf<TabsProps>({ classNames: { list: classes.tabList ?? '', tab: classes.tab ?? '' } }),
    Tooltip: lookOf<TooltipProps>({
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: 120 },
        multiline: true,
        maw: 360,
        events: { hover: true, focus: true, touch: false },
      },
      classNames: { tooltip: classes.tooltip ?? '' },
    }),
    Badge: lookOf<BadgeProps>({ defaultProps: { radius: 5 } }),
  },
});
