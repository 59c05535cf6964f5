import { GraphQLError, Kind, parse, visit, type DocumentNode, type FieldNode } from "graphql";
import type { BulkReader } from "./bulk-reader.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

/** What Shopify asks of a bulk query: 1 to 5 connections through `edges { node }`, 2 deep at most. */
export function checkBulkQuery(query: string, reader: BulkReader): Outcome<true> {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return invalid(`Invalid bulk query: ${error.message}`);
    throw error;
  }
  const [fault] = reader.faultsIn(document);
  if (fault !== undefined) return invalid(`Invalid bulk query: ${fault.message}`);
  const { count, depth } = measure(document);
  if (count === 0) return invalid("Bulk queries must contain at least one connection.");
  if (count > MAX_CONNECTIONS) {
    return invalid("Bulk queries cannot contain more than 5 connections.");
  }
  if (depth > MAX_DEPTH) {
    return invalid("Bulk queries cannot contain connections with a nesting depth greater than 2.");
  }
  return done(true);
}

function invalid(message: string) {
  return refuse(message, "INVALID", ["query"]);
}

/** Connections are the fields that select `edges`. */
function measure(document: DocumentNode): { count: number; depth: number } {
  let [count, depth, open] = [0, 0, 0];
  visit(document, {
    Field: {
      enter: (field) => {
        if (!selectsEdges(field)) return;
        count += 1;
        open += 1;
        depth = Math.max(depth, open);
      },
      leave: (field) => {
        if (selectsEdges(field)) open -= 1;
      },
    },
  });
  return { count, depth };
}

function selectsEdges({ selectionSet }: FieldNode): boolean {
  return (selectionSet?.selections ?? []).some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === "edges",
  );
}
