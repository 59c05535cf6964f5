import { Banner, List } from "@shopify/polaris";
import type { CsvProblem } from "#app/csv/csv-problem.ts";

interface FileProblemsProps {
  readonly problems: readonly CsvProblem[];
  /** All there are; `problems` may stop at a hundred. */
  readonly count: number;
}

/** What to mend in a file before it can be taken over; nothing of it was. */
export function FileProblems({ problems, count }: FileProblemsProps) {
  const more = count - problems.length;
  return (
    <Banner
      tone="critical"
      title={`Nothing was imported: ${count.toLocaleString("en-US")} ${count === 1 ? "problem" : "problems"}`}
    >
      <List>
        {problems.map(({ line, message }, index) => (
          <List.Item key={index}>
            {line === null ? message : `Line ${line.toLocaleString("en-US")}: ${message}`}
          </List.Item>
        ))}
        {more > 0 ? <List.Item>and {more.toLocaleString("en-US")} more.</List.Item> : null}
      </List>
    </Banner>
  );
}
