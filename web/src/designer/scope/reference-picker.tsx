import { Combobox, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import classes from './reference-field.module.css';
import { ReferenceRow } from './reference-row.tsx';
import type { ReferencePickerState } from './use-reference-picker.ts';
import { useSourceWords } from './use-source-words.ts';

/** Source by source, or by typing. Enter chooses or opens, Backspace in the empty search goes back. */
export function ReferencePicker({ picker, value }: { picker: ReferencePickerState; value: string }) {
  const { t } = useTranslation('expressions');
  const words = useSourceWords();
  const { combobox, typed, whole, groups, hidden, count, free, isSearch } = picker;
  const { selectOption } = combobox;
  // Other rows: Enter takes the first value of them, not the way back.
  const stage = `${typed} ${whole?.path ?? ''} ${hidden}`;
  const first = whole === null ? 0 : firstField(picker);
  useEffect(() => {
    if (stage !== '') selectOption(first);
  }, [stage, first, selectOption]);
  return (
    <>
      <Combobox.Search
        value={typed}
        onChange={(event) => picker.type(event.currentTarget.value)}
        placeholder={t(($) => $.reference.search)}
        aria-label={t(($) => $.reference.search)}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && typed === '') picker.back();
        }}
      />
      <VisuallyHidden role="status">{t(($) => $.reference.results, { count })}</VisuallyHidden>
      <Combobox.Options className={classes.options ?? ''} aria-label={t(($) => $.reference.choose)}>
        {whole !== null && (
          <Combobox.Option value="back" className={classes.back ?? ''}>
            <IconArrowLeft size={14} aria-hidden />
            {t(($) => $.reference.back)}
          </Combobox.Option>
        )}
        {groups.map(({ kind, options }) => {
          const rows = options.map((option) => (
            <ReferenceRow
              key={option.path}
              option={option}
              isWhole={option === whole}
              withSource={isSearch}
              isChosen={option.path === value}
            />
          ));
          return kind === null ? (
            rows
          ) : (
            <Combobox.Group key={kind} label={words.kind(kind)}>
              {rows}
            </Combobox.Group>
          );
        })}
        {free !== null && (
          <Combobox.Option value={`pick:${free}`} className={classes.free ?? ''}>
            <span>
              <Trans t={t} i18nKey={($) => $.reference.usePath} components={{ path: <code>{free}</code> }} />
            </span>
          </Combobox.Option>
        )}
        {hidden > 0 && (
          <Combobox.Option value="all" className={classes.back ?? ''}>
            {t(($) => $.reference.showAll, { count: hidden })}
          </Combobox.Option>
        )}
        {count === 0 && free === null && (
          <Combobox.Empty>{isSearch ? t(($) => $.reference.noMatch) : t(($) => $.reference.nothing)}</Combobox.Empty>
        )}
      </Combobox.Options>
    </>
  );
}

/** Behind the way back and the value as a whole, where these stand. */
function firstField({ whole, groups }: ReferencePickerState): number {
  const options = groups[0]?.options ?? [];
  return options.length > 1 && options[0] === whole ? 2 : 1;
}
