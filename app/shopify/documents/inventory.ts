const quantities = /* GraphQL */ `
  quantities(names: ["available", "committed", "on_hand"]) { name quantity updatedAt }
`;

/** One document per number of (item, location) pairs, 3 points a pair. */
export function readLevels(pairs: number): string {
  const numbers = Array.from({ length: pairs }, (_, index) => index);
  const variables = numbers.map((n) => `$item${n}: ID!, $location${n}: ID!`).join(", ");
  const fields = numbers.map(
    (n) => `level${n}: inventoryItem(id: $item${n}) {
      inventoryLevel(locationId: $location${n}) { ${quantities} }
    }`,
  );
  return `query ReadLevels${pairs}(${variables}) { ${fields.join("\n")} }`;
}

export const listLevelsOfLocation = /* GraphQL */ `
  query ListLevelsOfLocation($id: ID!, $after: String) {
    location(id: $id) {
      inventoryLevels(first: 250, after: $after) {
        nodes {
          item { id }
          ${quantities}
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

/** Since 2026-04 inventory writes must carry an idempotency key and name what they change from. */
export const adjustQuantities = /* GraphQL */ `
  mutation AdjustQuantities($input: InventoryAdjustQuantitiesInput!, $key: String!) {
    inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
      inventoryAdjustmentGroup {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const moveQuantities = /* GraphQL */ `
  mutation MoveQuantities($input: InventoryMoveQuantitiesInput!, $key: String!) {
    inventoryMoveQuantities(input: $input) @idempotent(key: $key) {
      inventoryAdjustmentGroup {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;
