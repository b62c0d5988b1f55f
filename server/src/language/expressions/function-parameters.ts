export type ValueType = 'any' | 'text' | 'number' | 'boolean' | 'list' | 'object' | 'function' | 'pattern';

export interface FunctionParameter {
  name: string;
  type: ValueType;
  optional: boolean;
  /** Takes all arguments that are left. */
  rest: boolean;
}

/** Reads `text: text, start: number, length?: number` and `values...: any`. */
export function parseParameters(signature: string): FunctionParameter[] {
  if (signature === '') return [];
  return signature.split(', ').map((part) => {
    const [name = '', type = 'any'] = part.split(': ');
    return {
      name: name.replace(/\?$|\.\.\.$/, ''),
      type: type as ValueType,
      optional: name.endsWith('?'),
      rest: name.endsWith('...'),
    };
  });
}
