import { Banner, List } from "@shopify/polaris";
import type { FileAnswer } from "./file-answer.ts";

const mostShown = 20;

/** Everything that is wrong with a file, by line; nothing of it was taken over. */
export function FileProblems({ answer }: { readonly answer: FileAnswer | undefined }) {
  if (answer?.ok !== false || !answer.problems) return null;
  const { problems, problemCount = problems.length } = answer;
  const shown = problems.slice(0, mostShown);
  const rest = problemCount - shown.length;
  const title =
    problemCount === 1 ? "One problem" : `${problemCount.toLocaleString("en-US")} problems`;
  return (
    <Banner tone="critical" title={`${title}: nothing was changed`}>
      <List>
        {shown.map(({ line, message }, at) => (
          <List.Item key={at}>
            {line === null ? "" : `Line ${line}: `}
            {message}
          </List.Item>
        ))}
        {rest > 0 ? <List.Item>and {rest.toLocaleString("en-US")} more.</List.Item> : null}
      </List>
    </Banner>
  );
}
