import { Tooltip } from '@mantine/core';
import type { MouseEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.ts';

const PERMISSION = 'workflow:manage';

export function useMayManage(): boolean {
  return useMay(PERMISSION);
}

interface OffState {
  'data-disabled'?: true;
  'aria-disabled'?: true;
  onClickCapture?: (event: MouseEvent) => void;
}

const off: OffState = {
  'data-disabled': true,
  'aria-disabled': true,
  onClickCapture: (event) => {
    event.preventDefault();
    event.stopPropagation();
  },
};

/** A control that changes data; who may only look sees it off, reachable, with the reason. */
export function ManageButton({ children }: { children: (state: OffState) => ReactElement }) {
  const { t } = useTranslation('common');
  const may = useMayManage();
  if (may) return children({});
  return <Tooltip label={t(($) => $.needsPermission, { permission: PERMISSION })}>{children(off)}</Tooltip>;
}
