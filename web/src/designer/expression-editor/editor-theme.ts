import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const mono = 'var(--mantine-font-family-monospace)';

/** The look of every code field; colours follow the scheme by themselves. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ps-text)', backgroundColor: 'transparent', fontSize: '0.75rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '1.1875rem', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '0.3125rem 0', caretColor: 'var(--ps-text)', outline: 'none' },
  '.cm-line': { padding: '0 0.5rem' },
  '.cm-placeholder': { color: 'var(--ps-text-4)' },
  '.cm-cursor, .cm-dropCursor': { borderInlineStartColor: 'var(--ps-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'var(--ps-halo)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--ps-halo)',
    color: 'inherit',
    outline: '1px solid var(--ps-line-strong)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    color: 'var(--ps-rust-text)',
  },
  '.cm-lintRange': { backgroundImage: 'none', textUnderlineOffset: '0.1875rem' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--ps-rust-graphic)' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--ps-ember-graphic)' },
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--ps-rust-graphic)' },
  '.cm-tooltip': {
    zIndex: '500',
    border: '1px solid var(--ps-line)',
    borderRadius: '0.5rem',
    backgroundColor: 'var(--ps-surface)',
    color: 'var(--ps-text)',
    boxShadow: 'var(--ps-shadow-2)',
    fontSize: '0.75rem',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: mono,
    maxHeight: '15rem',
    minWidth: '14rem',
    padding: '0.25rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '0.375rem',
    minHeight: '1.5rem',
    padding: '0.125rem 0.5rem',
    borderRadius: '0.375rem',
    lineHeight: '1.1875rem',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--ps-selected)', color: 'var(--ps-text)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > completion-section': {
    borderBottom: 'none',
    opacity: '1',
    padding: '0.375rem 0.5rem 0.125rem',
    color: 'var(--ps-text-3)',
    fontFamily: 'var(--mantine-font-family)',
    fontSize: '0.6875rem',
    fontWeight: '600',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--ps-accent-text)', fontWeight: '600' },
  '.cm-completionLabel': { flex: '1 1 auto', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionDetail': {
    marginInlineStart: 'auto',
    paddingInlineStart: '0.75rem',
    color: 'var(--ps-text-3)',
    fontFamily: 'var(--mantine-font-family)',
    fontStyle: 'normal',
    fontSize: '0.6875rem',
  },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '20rem', padding: '0.5rem 0.75rem' },
  '.cm-diagnostic': {
    padding: '0.375rem 0.625rem',
    borderInlineStart: '3px solid var(--ps-rust-graphic)',
    fontFamily: 'var(--mantine-font-family)',
  },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--ps-ember-graphic)' },
  '.cm-ps-help': {
    maxWidth: '20rem',
    padding: '0.5rem 0.75rem',
    lineHeight: '1.1rem',
    fontFamily: 'var(--mantine-font-family)',
  },
  '.cm-ps-help p': { margin: '0' },
  '.cm-ps-help p + p': { marginBlockStart: '0.25rem' },
  '.cm-ps-help code': { fontFamily: mono, overflowWrap: 'anywhere' },
  '.cm-ps-help .cm-ps-quiet': { color: 'var(--ps-text-3)' },
  '.cm-ps-help .cm-ps-now': { color: 'var(--ps-accent-text)', fontWeight: '600' },
});

const styles = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ps-text)' },
  { tag: tags.variableName, color: 'var(--ps-azure-text)' },
  { tag: tags.local(tags.variableName), color: 'var(--ps-petrol-text)' },
  { tag: tags.function(tags.variableName), color: 'var(--ps-iris-text)' },
  { tag: [tags.keyword, tags.operator, tags.bool, tags.null], color: 'var(--ps-plum-text)' },
  { tag: [tags.string, tags.regexp], color: 'var(--ps-moss-text)' },
  { tag: tags.number, color: 'var(--ps-ember-text)' },
  { tag: tags.comment, color: 'var(--ps-text-4)' },
  { tag: [tags.bracket, tags.punctuation, tags.separator], color: 'var(--ps-text-3)' },
  { tag: tags.invalid, color: 'var(--ps-rust-text)' },
]);

export const editorColours = syntaxHighlighting(styles);
