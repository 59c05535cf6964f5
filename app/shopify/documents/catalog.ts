const itemFields = /* GraphQL */ `
  id
  sku
  tracked
  requiresShipping
  unitCost { amount }
  measurement { weight { value unit } }
`;

const variantFields = /* GraphQL */ `
  id
  title
  product { id title tags productType vendor }
`;

const levelFields = /* GraphQL */ `
  id
  location { id }
  quantities(names: ["available", "committed", "on_hand"]) { name quantity updatedAt }
`;

/** Bulk form: three connections, two deep. Grouped, so that child rows follow their item. */
export const bulkCatalog = /* GraphQL */ `
  {
    inventoryItems {
      edges { node {
        ${itemFields}
        variants { edges { node { ${variantFields} } } }
        inventoryLevels { edges { node { ${levelFields} } } }
      } }
    }
  }
`;

export const startBulkQuery = /* GraphQL */ `
  mutation StartBulkQuery($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation {
        id
        status
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const readBulkOperation = /* GraphQL */ `
  query ReadBulkOperation($id: ID!) {
    bulkOperation(id: $id) {
      id
      status
      errorCode
      objectCount
      url
    }
  }
`;

export const readItemsOfProduct = /* GraphQL */ `
  query ReadItemsOfProduct($id: ID!, $after: String) {
    product(id: $id) {
      id
      title
      tags
      productType
      vendor
     
      variants(first: 100, after: $after) {
        nodes { id title inventoryItem { ${itemFields} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;
