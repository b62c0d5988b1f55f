/** Sizes in px at 16 px root; drawn in rem. */
export const pipe = {
  /** Axis from the left edge of its pipe. */
  axis: 21,
  indent: 30,
  /** Indent from this depth on. */
  deepIndent: 16,
  deepFrom: 8,
  /** Two lines of text on the run page, and with facts beside them in the designer. */
  card: 40,
  designCard: 44,
  gap: 18,
  /** What a shut valve adds to the gap it stands in. */
  valve: 18,
  gapAfterBlock: 14,
  radius: 10,
  /** From a block card, or the end of the branch before, to the first card of a branch. */
  head: 41,
  /** From the last card of a branch back to the parent's axis. */
  return: 28,
  /** A branch that is folded or empty. */
  stub: 30,
  stubLength: 27,
  returnCap: 6,
  /** Room that a gap makes for what is dragged, and the box in it. */
  openGap: 46,
  openBox: 30,
  end: 30,
  bottom: 8,
} as const;
