import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { type EditorState, type Extension, StateField } from '@codemirror/state';
import { EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view';
import { parsePath } from '../scope/paths.ts';
import { resolve, type Scope } from '../scope/scope.ts';
import { callAt, parameterOf } from './call-at.ts';
import { closeHelp } from './close-help.ts';
import { type CompletionItem, completionsAt } from './completions.ts';
import type { EditorWords } from './editor-words.ts';
import { functionBox, valueBox } from './help-box.ts';
import { functionNamed, tokensOf } from './tokens.ts';

/** What the editor asks for each time, because it changes while the editor stays. */
export interface Around {
  scope(): Scope;
  words(): EditorWords;
}

/** Completion, help at the pointer and the parameters of the call around the cursor. */
export function expressionSupport(around: Around): Extension {
  return [
    autocompletion({ override: [(context) => complete(context, around)], icons: false, closeOnBlur: true }),
    hoverTooltip((view, position) => hovered(view.state, position, around), { hoverTime: 400 }),
    callHelp(around),
    // Whoever goes elsewhere finds nothing lying over it.
    EditorView.domEventHandlers({ blur: (_event, view) => view.dispatch({ effects: closeHelp.of(null) }) }),
  ];
}

function complete(context: CompletionContext, { scope, words }: Around): CompletionResult | null {
  // The list comes a moment after the key: who has gone on by then wants none.
  if (context.view?.hasFocus === false) return null;
  const found = completionsAt(context.state.doc.toString(), context.pos, scope(), context.explicit);
  if (found === null) return null;
  const texts = words();
  const options = found.items.map((item) => toCompletion(item, texts));
  return { from: found.from, options, validFor: /^[$`\w]*$/ };
}

function toCompletion(item: CompletionItem, words: EditorWords): Completion {
  const { fn, label, schema, variable } = item;
  if (fn !== null) {
    return {
      label,
      detail: words.valueType(fn.returns),
      section: { name: words.section('functions'), rank: 2 },
      apply: (view, completion, from, to) => applyCall(view, completion, label, from, to),
      info: () => functionBox(fn, words),
    };
  }
  return {
    label,
    apply: item.insert,
    detail: words.type(schema),
    section: { name: words.section('values'), rank: 1 },
    info: () => valueBox({ name: label, schema, variable }, words),
  };
}

/** `$trim` becomes `$trim(|)`, unless brackets are there. */
function applyCall(view: EditorView, completion: Completion, name: string, from: number, to: number): void {
  const isCalled = /^\s*\(/.test(view.state.sliceDoc(to, to + 3));
  view.dispatch({
    changes: { from, to, insert: isCalled ? name : `${name}()` },
    selection: { anchor: from + name.length + (isCalled ? 0 : 1) },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
  });
}

function hovered(state: EditorState, position: number, { scope, words }: Around): Tooltip | null {
  const text = state.doc.toString();
  const tokens = tokensOf(text);
  const at = tokens.findIndex(({ from, to }) => from <= position && position < to);
  const token = tokens[at];
  if (token === undefined) return null;
  const { from, to, kind } = token;
  const shown = (dom: () => HTMLElement): Tooltip => ({
    pos: from,
    end: to,
    above: true,
    create: () => ({ dom: dom() }),
  });
  if (kind === 'function') {
    const fn = functionNamed(text.slice(from, to));
    return fn === undefined ? null : shown(() => functionBox(fn, words()));
  }
  if (kind !== 'root' && kind !== 'name') return null;
  const begin = tokens.slice(0, at + 1).findLast((one) => one.kind === 'root')?.from ?? from;
  const name = text.slice(begin, to);
  const path = parsePath(name);
  const found = path === null ? null : resolve(scope(), path);
  if (found === null || found.known === 'no') return null;
  return shown(() => valueBox({ name, schema: found.schema, variable: found.variable }, words()));
}

function callHelp({ words }: Around): Extension {
  const read = (state: EditorState): Tooltip | null => {
    const { empty, head } = state.selection.main;
    const call = empty ? callAt(state.doc.toString(), head) : null;
    if (call === null) return null;
    const current = parameterOf(call.fn, call.argument);
    return { pos: call.from, above: true, create: () => ({ dom: functionBox(call.fn, words(), current) }) };
  };
  return StateField.define<Tooltip | null>({
    create: () => null,
    // Only for somebody who writes: a field that is looked at has no help open.
    update: (shown, change) => {
      if (change.docChanged)
        return change.isUserEvent('input') || change.isUserEvent('delete') ? read(change.state) : null;
      if (change.selection !== undefined) return shown === null ? null : read(change.state);
      return change.effects.some((effect) => effect.is(closeHelp)) ? null : shown;
    },
    provide: (field) => showTooltip.from(field),
  });
}
