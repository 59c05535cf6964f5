import { readBulkLines } from "./read-bulk-lines.server.ts";

interface BulkRow {
  readonly id: string;
  readonly __parentId?: string;
}

/** An object of the root connection with the rows of its child connections, in the file's order. */
export interface BulkGroup<Root, Child> {
  readonly root: Root;
  readonly children: readonly Child[];
}

/**
 * Streams a grouped bulk result, one root object with its children at a time: however long the file,
 * one group is in memory. Throws ShopifyError when the file cannot be fetched, Error when a row has
 * lost its parent.
 */
export async function* groupBulkRows<Root extends BulkRow, Child extends BulkRow>(
  url: string,
): AsyncGenerator<BulkGroup<Root, Child>> {
  let group: { root: Root; children: Child[] } | null = null;
  for await (const line of readBulkLines(url)) {
    const row = JSON.parse(line) as BulkRow;
    if (row.__parentId === undefined) {
      if (group) yield group;
      group = { root: row as Root, children: [] };
    } else if (group?.root.id === row.__parentId) {
      group.children.push(row as Child);
    } else {
      throw new Error(`Bulk row ${row.id} does not follow its parent ${row.__parentId}.`);
    }
  }
  if (group) yield group;
}
