import { LanguageSupport, StreamLanguage } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { readToken, startState, type TokenKind, type TokenState } from './tokens.ts';

const STYLES: Readonly<Partial<Record<TokenKind, string>>> = {
  comment: 'comment',
  text: 'string',
  number: 'number',
  pattern: 'pattern',
  function: 'called',
  variable: 'bound',
  word: 'keyword',
  root: 'variableName',
  name: 'propertyName',
  operator: 'operator',
  bracket: 'bracket',
  unknown: 'invalid',
};

/** Colours of expressions. */
export function expressionLanguage(): LanguageSupport {
  return new LanguageSupport(
    StreamLanguage.define<TokenState>({
      name: 'expression',
      startState,
      copyState: (state) => ({ ...state }),
      token(stream, state) {
        const { kind, to } = readToken(stream.string, stream.pos, state);
        stream.pos = to;
        return STYLES[kind] ?? null;
      },
      tokenTable: {
        called: tags.function(tags.variableName),
        bound: tags.local(tags.variableName),
        pattern: tags.regexp,
      },
      languageData: {
        commentTokens: { block: { open: '/*', close: '*/' } },
        closeBrackets: { brackets: ['(', '[', '{', '"', "'", '`'] },
      },
    }),
  );
}
