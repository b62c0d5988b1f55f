import { create } from 'zustand';

/** Whether the list of problems is open, and whether a publication was refused just before. */
export const useProblems = create<{ opened: boolean; refused: boolean }>(() => ({ opened: false, refused: false }));
