import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type CodeView, createView, type Surroundings } from './create-view.ts';

const TELL_MS = 200;
const CHECK_MS = 300;

interface Options {
  value: string;
  onChange: (value: string) => void;
  onBlur: (() => void) | undefined;
  isMultiline: boolean;
  surroundings: Surroundings;
  /** Made once. */
  extensions: () => Extension;
}

export interface CodeViewState {
  host: React.RefObject<HTMLDivElement | null>;
  focus: () => void;
  /** Underlines what is wrong with a text; nothing while another text stands there. */
  show: (text: string, diagnostics: readonly Diagnostic[]) => void;
}

/** Without what an editor adds by accident. */
function normalised(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** A value once it rests: what is checked. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const rest = setTimeout(() => setSettled(value), CHECK_MS);
    return () => clearTimeout(rest);
  }, [value]);
  return settled;
}

/** A code editor in an element. What is typed is told when it rests, when the field is left and when it goes away. */
export function useCodeView(options: Options): CodeViewState {
  const { value, isMultiline, surroundings } = options;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeView>(null);
  const told = useRef(normalised(value));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useEffectEvent(() => {
    clearTimeout(timer.current);
    const text = normalised(editor.current?.view.state.doc.toString() ?? told.current);
    if (text === told.current) return;
    told.current = text;
    options.onChange(text);
  });
  const edited = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(), TELL_MS);
  });
  const left = useEffectEvent((focused: boolean) => {
    if (focused) return;
    tell();
    options.onBlur?.();
  });
  const begin = useEffectEvent((parent: HTMLDivElement) => {
    const { extensions } = options;
    return createView({
      parent,
      text: value,
      isMultiline,
      surroundings,
      extensions: extensions(),
      onEdit: () => edited(),
      onFocus: (focused) => left(focused),
    });
  });
  useEffect(() => {
    if (host.current === null) return;
    const made = begin(host.current);
    editor.current = made;
    return () => {
      tell();
      editor.current = null;
      made.view.destroy();
    };
  }, []);
  useEffect(() => {
    if (normalised(value) === told.current) return;
    told.current = normalised(value);
    editor.current?.setText(value);
  }, [value]);
  const { attributes, placeholder, isReadOnly, phrases } = surroundings;
  const around = JSON.stringify(attributes);
  useEffect(() => {
    editor.current?.surround({ attributes: JSON.parse(around), placeholder, isReadOnly, phrases });
  }, [around, placeholder, isReadOnly, phrases]);
  return {
    host,
    focus: () => editor.current?.view.focus(),
    show: (text, diagnostics) => {
      const view = editor.current?.view;
      if (view === undefined) return;
      const written = view.state.doc.toString();
      if (normalised(written) !== normalised(text)) return;
      // What is told has no space at its ends; what is written may.
      const shift = written.length - written.trimStart().length - (text.length - text.trimStart().length);
      const shifted = diagnostics.map((one) => ({ ...one, from: one.from + shift, to: one.to + shift }));
      view.dispatch(setDiagnostics(view.state, shifted));
    },
  };
}
