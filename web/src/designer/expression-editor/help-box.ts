import type { ExpressionFunction } from '@penstock/server/language';
import type { Schema } from '../scope/schema-reading.ts';
import type { Variable } from '../scope/scope.ts';
import type { EditorWords } from './editor-words.ts';

/** Tooltips of the editor live outside of React: plain elements. */
function paragraph(className: string, ...content: (Node | string)[]): HTMLParagraphElement {
  const element = document.createElement('p');
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

function code(text: string, className = ''): HTMLElement {
  const element = document.createElement('code');
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

function box(...content: Node[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cm-ps-help';
  element.append(...content);
  return element;
}

/** `$pad(text: text, width: number, fill?: text)`, the parameter that is being written set off. */
function signature(fn: ExpressionFunction, words: EditorWords, current: number | null): HTMLElement {
  const line = code(`${fn.helper ? '' : '$'}${fn.name}(`);
  for (const [at, { name, type, optional, rest }] of fn.parameters.entries()) {
    if (at > 0) line.append(', ');
    const text = `${name}${optional ? '?' : ''}${rest ? '…' : ''}: ${words.valueType(type)}`;
    line.append(at === current ? code(text, 'cm-ps-now') : text);
  }
  line.append(`) → ${words.valueType(fn.returns)}`);
  return line;
}

export function functionBox(fn: ExpressionFunction, words: EditorWords, current: number | null = null): HTMLElement {
  const { expression, result, gives } = words.example(fn);
  return box(
    paragraph('', signature(fn, words, current)),
    paragraph('', words.help(fn)),
    paragraph('cm-ps-quiet', code(expression), ` ${gives} `, code(result)),
  );
}

export function valueBox(
  value: { name: string; schema: Schema | null; variable: Variable | null },
  words: EditorWords,
): HTMLElement {
  const { name, schema, variable } = value;
  const lines = [paragraph('', code(name), ` ${words.type(schema)}`)];
  const described = schema?.description;
  if (typeof described === 'string') lines.push(paragraph('', described));
  if (variable !== null) lines.push(paragraph('cm-ps-quiet', words.source(variable)));
  if (variable !== null && variable.doubt !== null) lines.push(paragraph('cm-ps-quiet', words.doubt(variable.doubt)));
  return box(...lines);
}
