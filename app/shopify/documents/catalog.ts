const itemFields = /* GraphQL */ `
  id
  sku
  tracked
  requiresShipping
  unitCost { amount }
  measurement { weight { value unit } }
`;

// Large enough for a phone's pick list. featuredImage is deprecated in favour of featuredMedia, which
// costs two more objects for the same URL.
const productFields = /* GraphQL */ `
  id
  title
  tags
  productType
  vendor
  featuredImage { url(transform: { maxWidth: 320, maxHeight: 320 }) }
`;

const variantFields = /* GraphQL */ `
  id
  title
  product { ${productFields} }
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
      ${productFields}
      variants(first: 100, after: $after) {
        nodes { id title inventoryItem { ${itemFields} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;
