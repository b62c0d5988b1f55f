import { create } from 'zustand';

interface Problems {
  opened: boolean;
  /** A publication was refused just before. */
  refused: boolean;
  /** The keyboard has gone on to a field, and does not come back to the button. */
  leftFor: 'field' | null;
}

/** The list of problems. */
export const useProblems = create<Problems>(() => ({ opened: false, refused: false, leftFor: null }));

export function openProblems(refused = false): void {
  useProblems.setState({ opened: true, refused, leftFor: null });
}

export function closeProblems(leftFor: Problems['leftFor'] = null): void {
  useProblems.setState({ opened: false, refused: false, leftFor });
}
