import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconEyeOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { type JsonToken, tokenizeJson } from './json-tokens.ts';
import classes from './json-view.module.css';

const SHOWN_CHARACTERS = 20_000;

/** JSON for reading: coloured, copyable, cut where it is long with a word about it. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const text = useMemo(() => JSON.stringify(value, null, 2) ?? 'null', [value]);
  const shown = whole ? text : text.slice(0, SHOWN_CHARACTERS);
  const hidden = useMemo(() => text.split('"***"').length - 1, [text]);
  return (
    <div className={classes.box}>
      <div className={classes.tools}>
        {hidden > 0 && (
          <span className={classes.hidden}>
            <IconEyeOff size={14} stroke={1.7} aria-hidden />
            {t(($) => $.json.hidden, { count: hidden })}
          </span>
        )}
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="subtle"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {copied ? t(($) => $.json.copied) : t(($) => $.json.copy)}
            </Button>
          )}
        </CopyButton>
      </div>
      <section
        className={classes.scroll}
        aria-label={
          label
        } /* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */
        tabIndex={0}
      >
        <pre className={classes.code}>
          {tokenizeJson(shown).map((token) => (
            <span key={token.at} className={classes[token.kind satisfies JsonToken['kind']]}>
              {token.text}
            </span>
          ))}
        </pre>
      </section>
      {shown.length < text.length && (
        <p className={classes.cut}>
          {t(($) => $.json.cut, { shown: format.number(shown.length), total: format.number(text.length) })}
          <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
            {t(($) => $.json.showAll)}
          </Button>
        </p>
      )}
    </div>
  );
}
