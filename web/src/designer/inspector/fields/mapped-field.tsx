import { useFieldWords } from './field-words.ts';
import { MappedGroup } from './mapped-group.tsx';
import { MappedLeaf } from './mapped-leaf.tsx';
import { MappedList } from './mapped-list.tsx';
import type { MappedFieldProps } from './mapped-props.ts';
import { isRecordField, RecordField } from './record-field.tsx';

/** An input of a step with its way of being given: a group of inputs, a list, or one value. */
export function MappedField(props: MappedFieldProps) {
  const words = useFieldWords();
  const { field } = props;
  if (isRecordField(field, words)) return <RecordField {...props} renderMember={renderMember} />;
  if (field.kind === 'object') return <MappedGroup {...props} renderMember={renderMember} />;
  if (field.kind === 'list' && field.item !== null) {
    return <MappedList {...props} item={field.item} renderMember={renderMember} />;
  }
  return <MappedLeaf {...props} />;
}

function renderMember(member: MappedFieldProps) {
  return <MappedField key={member.pointer} {...member} />;
}
