/** Bounds of one expression. The clock is the backstop; the sizes end most attacks before it. */
export const expressionLimits = {
  /** Characters of an expression's text. */
  sourceLength: 65_536,
  /** Nested evaluations, so brackets inside brackets. */
  depth: 500,
  /** Wall clock of one evaluation. */
  milliseconds: 250,
  /** Members of a list that is made on the way. */
  listLength: 20_000,
  /** Characters of a text that is made on the way or handed to a function. */
  textLength: 1_048_576,
  /** Characters of a text that a pattern is tried on. */
  patternTextLength: 100_000,
  /** Characters of a pattern. */
  patternLength: 2_000,
  /** Instructions of a compiled pattern: what its length and its counted repetitions make of it. */
  patternSize: 10_000,
  /** Characters of the old text times characters of the new one, in $replace. */
  replacementWork: 20_000_000,
  /** Characters of a picture (`[Y0001]-[M01]`, `#,##0`). */
  pictureLength: 200,
  /** Parts of a picture that a text is read by. */
  pictureParts: 8,
  /** Characters of a text that is read by a picture. */
  pictureTextLength: 40,
  /** UTF-8 bytes of the result's JSON. */
  resultBytes: 262_144,
  /** Lists and objects inside each other in a result. */
  resultDepth: 100,
} as const;

export type ExpressionBudget = keyof typeof expressionLimits;

/** Thrown inside an evaluation; leaves it as EXPRESSION_BUDGET_EXCEEDED. */
export class BudgetStop extends Error {
  readonly budget: ExpressionBudget;

  constructor(budget: ExpressionBudget) {
    super(`${budget} is over ${expressionLimits[budget]}`);
    this.budget = budget;
  }
}

export function assertWithin(budget: ExpressionBudget, amount: number): void {
  if (amount > expressionLimits[budget]) throw new BudgetStop(budget);
}
