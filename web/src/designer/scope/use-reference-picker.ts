import { type ComboboxStore, useCombobox } from '@mantine/core';
import { useState } from 'react';
import {
  insideOf,
  isOutOfPlace,
  type ReferenceOption,
  searchOptions,
  sourceGroups,
  typedPath,
} from './reference-options.ts';
import type { Schema } from './schema-reading.ts';
import type { Scope, ScopeKind } from './scope.ts';
import { useSourceWords } from './use-source-words.ts';

export interface PickerGroup {
  /** null = one list without groups. */
  kind: ScopeKind | null;
  options: ReferenceOption[];
}

export interface ReferencePickerState {
  combobox: ComboboxStore;
  typed: string;
  type(text: string): void;
  isSearch: boolean;
  /** The value whose inside is shown; null = the first stage, or a search. */
  whole: ReferenceOption | null;
  groups: PickerGroup[];
  /** How many are left out because they do not fit. */
  hidden: number;
  count: number;
  /** What is typed, as a path that leads somewhere open. */
  free: string | null;
  back(): void;
  submit(key: string): void;
}

interface Options {
  scope: Scope;
  expects: Schema | null;
  onChoose: (path: string) => void;
}

/** The stages of choosing a value: sources, then what is inside, or whatever a search finds. */
export function useReferencePicker({ scope, expects, onChoose }: Options): ReferencePickerState {
  const words = useSourceWords();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      go(null);
    },
  });
  const isSearch = typed.trim() !== '';
  const inside = opened === null || isSearch ? null : insideOf(scope, opened, expects);
  const found = isSearch
    ? [{ kind: null, options: searchOptions(scope, typed, expects, (one) => words.source(one.variable)) }]
    : inside === null
      ? sourceGroups(scope, expects)
      : [{ kind: null, options: [inside.whole, ...inside.fields] }];
  const all = found.flatMap(({ options }) => options);
  // A value as a whole is no way into it any more: it fits, or it does not.
  const isOut = (one: ReferenceOption) => isOutOfPlace(one) || (one === inside?.whole && one.fit === 'incompatible');
  const fitting = all.filter((option) => !isOut(option));
  // Where nothing fits, everything is shown: the author may know better.
  const hidden = showsAll || fitting.length === 0 ? 0 : all.length - fitting.length;
  const groups = found
    .map(({ kind, options }) => ({ kind, options: options.filter((one) => hidden === 0 || !isOut(one)) }))
    .filter(({ options }) => options.length > 0);

  function go(path: string | null) {
    setOpened(path);
    setTyped('');
    setShowsAll(false);
  }
  return {
    combobox,
    typed,
    type: setTyped,
    isSearch,
    whole: inside?.whole ?? null,
    groups,
    hidden,
    count: all.length - hidden,
    free: typedPath(scope, typed),
    back: () => opened !== null && go(null),
    submit(key) {
      if (key === 'back') go(null);
      else if (key === 'all') setShowsAll(true);
      else if (key.startsWith('open:')) go(key.slice('open:'.length));
      else {
        combobox.closeDropdown();
        combobox.focusTarget();
        onChoose(key.slice('pick:'.length));
      }
    },
  };
}
