import type { Json } from '@penstock/server/language';
import { JsonField } from '../../expression-editor/json-field.tsx';
import { useHeldText } from './held-text.ts';

/** Any value, written as JSON. Text that is not JSON yet stays in the field, which says so; it is not stored. */
export function JsonInput({
  pointer,
  label,
  value,
  onChange,
  isReadOnly,
}: {
  pointer: string;
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  isReadOnly: boolean;
}) {
  // null = shows what is stored.
  const [typed, setTyped] = useHeldText(pointer);
  const stored = value === undefined ? '' : JSON.stringify(value, null, 2);
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() === '') onChange(undefined);
    else {
      const next = parsed(text);
      if (next !== undefined) onChange(next);
    }
  };
  return (
    <JsonField
      label={label}
      hideLabel
      value={typed ?? stored}
      onChange={change}
      onBlur={() => {
        if (typed !== null && (typed.trim() === '' || parsed(typed) !== undefined)) setTyped(null);
      }}
      multiline
      isReadOnly={isReadOnly}
    />
  );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
