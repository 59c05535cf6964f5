import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerWithCsv } from "#app/csv/answer-with-csv.ts";
import type { CsvTable } from "#app/csv/read-csv.server.ts";
import { readCsv } from "#app/csv/read-csv.server.ts";
import type { CsvCell } from "#app/csv/write-csv.ts";
import { writeCsv } from "#app/csv/write-csv.ts";

interface Stock {
  readonly sku: string;
  readonly units: number;
}

const stockFile: CsvTable<Stock> = {
  columns: { required: ["SKU", "Units"], optional: ["Note"] },
  readLine: ({ SKU: sku = "", Units = "" }) => {
    const problems = [
      ...(sku === "" ? ["SKU is empty."] : []),
      ...(/^\d+$/.test(Units) ? [] : [`Units must be a whole number, not “${Units}”.`]),
    ];
    return problems.length > 0 ? { problems } : { sku, units: Number(Units) };
  },
  keyOf: (row) => row.sku,
};

async function* inChunks(file: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(file: string | Uint8Array, table = stockFile, size?: number) {
  const rows: Stock[] = [];
  const reading = await readCsv(inChunks(file, size), table, (batch) => void rows.push(...batch));
  return { reading, rows };
}

const problemsOf = async (file: string | Uint8Array) => {
  const { reading } = await read(file);
  return reading.ok ? [] : reading.problems;
};

describe("a good file", () => {
  it.each([
    ["plain", "SKU,Units\nA-1,2\nB-2,3\n"],
    ["with a byte order mark", "\uFEFFSKU,Units\r\nA-1,2\r\nB-2,3\r\n"],
    ["columns in another order and writing", "units , sku,NOTE\n2,A-1,x\n3, B-2 ,\n"],
    ["semicolons", "SKU;Units\nA-1;2\nB-2;3"],
    ["tabs and empty lines", "SKU\tUnits\n\nA-1\t2\n\nB-2\t3\n\n"],
  ])("is read: %s", async (_, file) => {
    expect(await read(file)).toEqual({
      reading: { ok: true, rows: 2 },
      rows: [
        { sku: "A-1", units: 2 },
        { sku: "B-2", units: 3 },
      ],
    });
  });

  it("takes a formula for the text it is", async () => {
    const { rows } = await read('SKU,Units\n=1+1,2\n@x,3\n"\'-5",4\n');
    expect(rows.map((row) => row.sku)).toEqual(["=1+1", "@x", "-5"]);
  });

  it("of 200,000 lines arrives in batches; one more is refused", async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `S-${at},1`).join("\n");
    let batches = 0;
    let rows = 0;
    const count = (batch: readonly Stock[]) => {
      batches += 1;
      rows += batch.length;
    };
    const file = `SKU,Units\n${lines}\n`;
    const reading = await readCsv(inChunks(file, 65_536), stockFile, count);
    expect(reading).toEqual({ ok: true, rows: 200_000 });
    expect({ batches, rows }).toEqual({ batches: 200, rows: 200_000 });
    const tooLong = await readCsv(inChunks(`${file}S-x,1\n`, 65_536), stockFile, () => undefined);
    expect(tooLong).toMatchObject({
      ok: false,
      problems: [{ line: null, message: "The file has more than 200,000 lines. Split it." }],
    });
  });
});

describe("a bad file", () => {
  it("with a wrong header says what is missing, unknown and repeated", async () => {
    expect(await problemsOf("Sku,Amount,sku\nA,1,B\n")).toEqual([
      {
        line: 1,
        message:
          "The first line lacks column “Units”, and repeats column “sku”, and has unknown column “Amount”. Expected: SKU, Units, Note.",
      },
    ]);
  });

  it("in another encoding names the line, or the whole file", async () => {
    const latin1 = Buffer.from("SKU,Units\nA,1\nJalape\u00F1o,2\n", "latin1");
    expect(await problemsOf(latin1)).toEqual([
      {
        line: 3,
        message: "This line is not in UTF-8. Save the file as “CSV UTF-8” and try again.",
      },
    ]);
    const utf16 = Buffer.from("\uFEFFSKU,Units\nA,1\n", "utf16le");
    expect(await problemsOf(utf16)).toMatchObject([{ line: null }]);
    expect((await problemsOf(utf16))[0]?.message).toContain("not in UTF-8");
  });

  it("that is empty or has a header only is refused", async () => {
    expect(await problemsOf("")).toEqual([{ line: null, message: "The file is empty." }]);
    expect(await problemsOf("SKU,Units\n")).toEqual([
      { line: null, message: "The file has no lines below its header." },
    ]);
  });

  it("reports every fault with its line, counted over cells with line breaks", async () => {
    const file = 'SKU,Units,Note\nA,1,"two\nlines"\nB,x,\nC,1\n,y,\nA,2,again\n';
    expect(await problemsOf(file)).toEqual([
      { line: 4, message: "Units must be a whole number, not “x”." },
      { line: 5, message: "This line has 2 cells, the header has 3." },
      { line: 6, message: "SKU is empty." },
      { line: 6, message: "Units must be a whole number, not “y”." },
      { line: 7, message: "Lines 2 and 7 are about the same thing: A." },
    ]);
  });

  it("with an open quotation mark is refused where it cannot be read on", async () => {
    const [problem] = await problemsOf('SKU,Units\nA,1\n"B,2\nC,3\n');
    expect(problem?.message).toBe("A quotation mark is not closed or stands inside a cell.");
  });

  it("shows a hundred problems and counts all; nothing is handed over after the first", async () => {
    const good = Array.from({ length: 1_500 }, (_, at) => `S-${at},1`).join("\n");
    const bad = Array.from({ length: 350 }, (_, at) => `T-${at},none`).join("\n");
    const { reading, rows } = await read(`SKU,Units\n${good}\n${bad}\n`, stockFile, 65_536);
    expect(reading).toMatchObject({ ok: false, problemCount: 350 });
    expect(reading.ok ? [] : reading.problems).toHaveLength(100);
    expect(reading.ok ? null : reading.problems[0]?.line).toBe(1_502);
    expect(rows).toHaveLength(1_000);
  });
});

describe("a written file", () => {
  async function* inBatches(rows: readonly (readonly CsvCell[])[]) {
    yield rows.slice(0, 1);
    yield rows.slice(1);
  }

  it("is disarmed against formulas, quoted where needed, and keeps numbers", async () => {
    const rows = [
      ["=1+1", -5, null],
      ["a,b", 1.5, "+49 1"],
      ['say "x"', 0, "'=x"],
    ];
    const answer = answerWithCsv("stock of 5/5.csv", ["Name", "Units", "Note"], inBatches(rows));
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="stock-of-5-5.csv"',
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString("utf8")).toBe(
      '\uFEFFName,Units,Note\r\n\'=1+1,-5,\r\n"a,b",1.5,\'+49 1\r\n"say ""x""",0,\'\'=x\r\n',
    );
  });

  it("reads back as it was, whatever the texts (seed 20261121)", async () => {
    const cell = fc.string({ minLength: 1, unit: "grapheme" }).map((text) => text.trim());
    const table: CsvTable<{ cells: readonly string[] }> = {
      columns: { required: ["a", "b"] },
      readLine: ({ a = "", b = "" }) => ({ cells: [a, b] }),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (pairs) => {
        let file = "";
        for await (const chunk of writeCsv(["a", "b"], inBatches(pairs))) file += chunk;
        const back: (readonly string[])[] = [];
        const reading = await readCsv(inChunks(file), table, (rows) => {
          back.push(...rows.map((row) => row.cells));
        });
        expect(reading.ok).toBe(true);
        expect(back).toEqual(pairs);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
