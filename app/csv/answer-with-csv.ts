import type { CsvCell } from "./write-csv.ts";
import { writeCsv } from "./write-csv.ts";

/**
 * A download that is written while it is read: the first row leaves before the last one is known.
 * When a batch fails the connection breaks off, so that half a file never looks whole.
 */
export function answerWithCsv(
  filename: string,
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvCell[])[]>,
): Response {
  const chunks = writeCsv(header, batches);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${filename.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "no-store",
    },
  });
}
