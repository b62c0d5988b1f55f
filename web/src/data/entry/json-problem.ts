export interface JsonProblem {
  /** 1 = the first line. */
  line: number;
  /** What stands where something else is needed; null = the text ends there. */
  token: string | null;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[ -!#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)(?!\w)/y;

class Unreadable extends Error {}

/** Where a text stops being JSON; null = it is JSON. Browsers word it each in their own way, and some without a place. */
export function findJsonProblem(text: string): JsonProblem | null {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null;
  };
  const need = (is: boolean): void => {
    if (!is) throw new Unreadable();
  };
  const sign = (wanted: string): boolean => {
    take(SPACE);
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const members = (close: string, member: () => void): void => {
    if (sign(close)) return;
    do member();
    while (sign(','));
    need(sign(close));
  };
  const value = (): void => {
    if (sign('{')) members('}', pair);
    else if (sign('[')) members(']', value);
    else {
      take(SPACE);
      need(take(STRING) || take(NUMBER) || take(WORD));
    }
  };
  const pair = (): void => {
    take(SPACE);
    need(take(STRING));
    need(sign(':'));
    value();
  };
  try {
    value();
    take(SPACE);
    need(at === text.length);
    return null;
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return { line: text.slice(0, at).split('\n').length, token: text[at] ?? null };
  }
}
