import { SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAt, IconLetterCase, IconMathFunction } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import { INPUT_MODES, type InputMode } from './modes.ts';

const icons: Record<InputMode, ReactNode> = {
  reference: <IconAt size={14} stroke={1.7} aria-hidden />,
  fixed: <IconLetterCase size={15} stroke={1.7} aria-hidden />,
  expression: <IconMathFunction size={14} stroke={1.7} aria-hidden />,
};

/** Reference, fixed value or expression: one small control beside the name of a field. */
export function ModeControl({
  label,
  mode,
  onChange,
  modes = INPUT_MODES,
  isDisabled,
}: {
  label: string;
  mode: InputMode;
  onChange: (mode: InputMode) => void;
  modes?: readonly InputMode[];
  isDisabled: boolean;
}) {
  const { t } = useTranslation('inspector');
  const words = useModeWords();
  return (
    <SegmentedControl
      size="xs"
      className={classes.modes ?? ''}
      classNames={{ label: classes.mode ?? '', innerLabel: classes.modeInner ?? '' }}
      aria-label={t(($) => $.modes.label, { name: label })}
      data={modes.map((value) => ({
        value,
        label: (
          <Tooltip label={words[value]}>
            <span className={classes.modeFace}>
              <span className={classes.modeIcon} aria-hidden>
                {icons[value]}
              </span>
              <VisuallyHidden>{words[value]}</VisuallyHidden>
            </span>
          </Tooltip>
        ),
      }))}
      value={mode}
      onChange={(value) => onChange(value as InputMode)}
      disabled={isDisabled}
      withItemsBorders={false}
    />
  );
}

function useModeWords(): Record<InputMode, string> {
  const { t } = useTranslation('inspector');
  return {
    reference: t(($) => $.modes.reference),
    fixed: t(($) => $.modes.fixed),
    expression: t(($) => $.modes.expression),
  };
}
