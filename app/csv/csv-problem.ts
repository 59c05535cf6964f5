/** One thing wrong with a file, for the person who wrote it. */
export interface CsvProblem {
  /** Line of the file, the header being 1; null when the whole file is meant. */
  readonly line: number | null;
  /** One sentence. */
  readonly message: string;
}

/** Enough to mend a file by; more would only hide how many there are. */
export const problemsShown = 100;

/** A file that cannot be read any further. */
export class UnreadableCsv extends Error {
  readonly problem: CsvProblem;

  constructor(problem: CsvProblem) {
    super(problem.message);
    this.name = "UnreadableCsv";
    this.problem = problem;
  }
}
