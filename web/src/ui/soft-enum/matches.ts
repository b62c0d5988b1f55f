export interface SoftEnumOption {
  /** The token that is stored. */
  readonly value: string;
  /** Its word; absent = the token speaks for itself. */
  readonly label?: string | undefined;
  /** Said at the end of the row, such as "12 links". */
  readonly note?: string | undefined;
}

export interface SoftEnumGroup {
  readonly name: string;
  readonly options: readonly SoftEnumOption[];
}

export function wordOf(option: SoftEnumOption): string {
  return option.label ?? option.value;
}

/** Options that hold the text in their word or their token; groups without one are left out. */
export function matching(groups: readonly SoftEnumGroup[], text: string): readonly SoftEnumGroup[] {
  const sought = folded(text);
  return groups
    .map(({ name, options }) => ({
      name,
      options: options.filter(
        (option) => folded(wordOf(option)).includes(sought) || folded(option.value).includes(sought),
      ),
    }))
    .filter(({ options }) => options.length > 0);
}

/** The option that the text names, by its token or by its word. */
export function namedBy(groups: readonly SoftEnumGroup[], text: string): SoftEnumOption | undefined {
  const options = groups.flatMap((group) => group.options);
  const sought = folded(text);
  return (
    options.find((option) => option.value === text.trim()) ??
    options.find((option) => folded(wordOf(option)) === sought)
  );
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase();
}
