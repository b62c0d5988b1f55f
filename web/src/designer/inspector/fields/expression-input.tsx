import type { JsonObject } from '@penstock/server/language';
import { ExpressionField } from '../../expression-editor/expression-field.tsx';
import { ReferenceField } from '../../scope/reference-field.tsx';
import { useFieldScope } from './scope-context.tsx';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Stands beside the control already. */
  label: string;
  expects?: JsonObject | undefined;
  placeholder?: string | undefined;
  isMultiline?: boolean;
  isReadOnly: boolean;
}

/** An expression that is written. */
export function ExpressionInput({ isMultiline = false, ...props }: Props) {
  const scope = useFieldScope();
  return <ExpressionField {...props} hideLabel scope={scope} multiline={isMultiline} />;
}

/** A place that is picked. */
export function ReferenceInput({ value, onChange, label, expects, isReadOnly }: Props) {
  const scope = useFieldScope();
  return (
    <ReferenceField
      value={value}
      onChange={onChange}
      label={label}
      hideLabel
      scope={scope}
      expects={expects}
      isReadOnly={isReadOnly}
    />
  );
}
