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

const collectionFields = /* GraphQL */ `
  id
  title
`;

const levelFields = /* GraphQL */ `
  id
  location { id }
  quantities(names: ["available", "committed", "on_hand"]) { name quantity updatedAt }
`;

/**
 * Bulk form: three connections, two deep, of the five and two Shopify allows. That is why it starts
 * from variants: from inventory items, a product's collections would be three deep. Grouped, so that
 * child rows follow their variant.
 */
export const bulkCatalog = /* GraphQL */ `
  {
    productVariants {
      edges { node {
        id
        title
        product { ${productFields} collections { edges { node { ${collectionFields} } } } }
        inventoryItem { ${itemFields} inventoryLevels { edges { node { ${levelFields} } } } }
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
      collections(first: 50) {
        nodes { ${collectionFields} }
        pageInfo { hasNextPage endCursor }
      }
      variants(first: 100, after: $after) {
        nodes { id title inventoryItem { ${itemFields} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

export const readMoreCollections = /* GraphQL */ `
  query ReadMoreCollections($id: ID!, $after: String) {
    product(id: $id) {
      collections(first: 250, after: $after) {
        nodes { ${collectionFields} }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;
