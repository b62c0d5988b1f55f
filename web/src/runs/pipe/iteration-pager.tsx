import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useRunView } from '../view/run-view.tsx';
import classes from './run-pipe.module.css';
import { passPlace, turnPass } from './turn-pass.ts';

/** Which item of the loop is shown; turns the pipe and the timeline alike. */
export function IterationPager({ loop }: { loop: string }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const view = useRunView();
  const { place, total } = passPlace(loop, view.passes, view.chosen);
  if (total < 2) return null;
  const turn = (by: -1 | 1) => {
    const index = turnPass(loop, view.passes, view.chosen, by);
    if (index !== null) view.choose(loop, index);
  };
  return (
    <span className={classes.pager}>
      <ActionIcon size={24} onClick={() => turn(-1)} disabled={place === 0} aria-label={t(($) => $.pipe.previousItem)}>
        <IconChevronLeft size={14} aria-hidden />
      </ActionIcon>
      <span>{t(($) => $.pipe.itemOf, { item: format.number(place + 1), total: format.number(total) })}</span>
      <ActionIcon
        size={24}
        onClick={() => turn(1)}
        disabled={place === total - 1}
        aria-label={t(($) => $.pipe.nextItem)}
      >
        <IconChevronRight size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}
