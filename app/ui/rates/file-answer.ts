import type { CsvProblem } from "#app/csv/csv-problem.ts";

/** What a route answers that was sent a CSV file. */
export type FileAnswer =
  | { readonly ok: true; readonly message: string }
  | {
      readonly ok: false;
      readonly message?: string;
      readonly errors?: Readonly<Record<string, string>>;
      /** The first ones, in the order of the file. */
      readonly problems?: readonly CsvProblem[];
      readonly problemCount?: number;
    };
