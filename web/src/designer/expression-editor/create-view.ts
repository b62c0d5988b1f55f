import { closeBrackets, closeBracketsKeymap, closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { nextDiagnostic } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Extension, Prec, type TransactionSpec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import { closeHelp } from './close-help.ts';
import { editorColours, editorTheme } from './editor-theme.ts';
import type { Phrases } from './editor-words.ts';

/** A text that comes from outside is no edit of the author. */
export const fromOutside = Annotation.define<boolean>();

/** What may change while the editor stays. */
export interface Surroundings {
  attributes: Record<string, string>;
  placeholder: string;
  isReadOnly: boolean;
  phrases: Phrases;
}

export interface ViewOptions {
  parent: HTMLElement;
  text: string;
  isMultiline: boolean;
  extensions: Extension;
  surroundings: Surroundings;
  onEdit: (text: string) => void;
  onFocus: (focused: boolean) => void;
}

export interface CodeView {
  view: EditorView;
  surround(surroundings: Surroundings): void;
  setText(text: string): void;
}

/** An editor in an element. Tab is not bound, so that the keyboard can leave it; Escape closes what is open first. */
export function createView(options: ViewOptions): CodeView {
  const around = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(escapeStays),
        history(),
        drawSelection(),
        closeBrackets(),
        bracketMatching(),
        editorTheme,
        editorColours,
        tooltips({ position: 'fixed', parent: document.getElementById('overlays') ?? document.body }),
        options.isMultiline ? EditorView.lineWrapping : oneLine,
        keymap.of([
          { key: 'Escape', run: closeOpenHelp },
          { key: 'F8', run: nextDiagnostic },
          ...closeBracketsKeymap,
          ...historyKeymap,
          ...defaultKeymap.filter(({ key }) => key !== 'Escape' && key !== 'Mod-Enter'),
        ]),
        around.of(surrounding(options.surroundings)),
        EditorView.updateListener.of((update) => {
          const isOurs = update.transactions.some((transaction) => transaction.annotation(fromOutside));
          if (update.docChanged && !isOurs) options.onEdit(update.state.doc.toString());
          if (update.focusChanged) options.onFocus(update.view.hasFocus);
        }),
        options.extensions,
      ],
    }),
  });
  return {
    view,
    surround: (surroundings) => view.dispatch({ effects: around.reconfigure(surrounding(surroundings)) }),
    setText: (text) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: fromOutside.of(true),
      }),
  };
}

function surrounding({ attributes, placeholder: hint, isReadOnly, phrases }: Surroundings): Extension {
  return [
    EditorView.contentAttributes.of(attributes),
    EditorState.readOnly.of(isReadOnly),
    EditorState.phrases.of(phrases),
    hint === '' ? [] : placeholder(hint),
  ];
}

/** A dialog around closes on Escape before the editor hears of it, unless the element says that it needs the key itself. */
const escapeStays: Extension = [
  EditorView.contentAttributes.of((view) => ({
    'data-mantine-stop-propagation': String(completionStatus(view.state) !== null),
  })),
  EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key !== 'Escape' || completionStatus(view.state) === null) return false;
      event.stopPropagation();
      return closeCompletion(view);
    },
  }),
];

function closeOpenHelp(view: EditorView): boolean {
  view.dispatch({ effects: closeHelp.of(null) });
  return false;
}

/** Line breaks become spaces, however they come in. */
const oneLine: Extension = [
  EditorState.transactionFilter.of((transaction): TransactionSpec | readonly TransactionSpec[] => {
    if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
    const changes = [];
    for (let number = 1; number < transaction.newDoc.lines; number += 1) {
      const { to } = transaction.newDoc.line(number);
      changes.push({ from: to, to: to + 1, insert: ' ' });
    }
    return [transaction, { changes, sequential: true }];
  }),
  keymap.of([{ key: 'Enter', run: () => true }]),
];
