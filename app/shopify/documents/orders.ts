/**
 * What routing must know of an order. Page sizes keep 50 orders at about 750 requested points by the
 * cost formula (connection: 2 + floor(2 ln n) x (1 + children)); a query may ask for 1,000 at most.
 * Fuller orders are paged on by the documents below, so nothing is lost.
 */
const fulfillmentOrderLines = /* GraphQL */ `
  nodes {
    id
    inventoryItemId
    totalQuantity
    remainingQuantity
    lineItem { id }
  }
  pageInfo { hasNextPage endCursor }
`;

const fulfillmentOrders = /* GraphQL */ `
  nodes {
    id
    status
    requestStatus
    assignedLocation { location { id } }
    deliveryMethod { methodType }
    supportedActions { action }
    fulfillmentHolds { id handle reason heldByRequestingApp }
    lineItems(first: 30) { ${fulfillmentOrderLines} }
  }
  pageInfo { hasNextPage endCursor }
`;

const lineItems = /* GraphQL */ `
  nodes {
    id
    sku
    title
    quantity
    currentQuantity
    unfulfilledQuantity
    requiresShipping
    discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }
    variant { id inventoryItem { id } }
  }
  pageInfo { hasNextPage endCursor }
`;

const orderHead = /* GraphQL */ `
  id
  name
  createdAt
  processedAt
  updatedAt
  cancelledAt
  displayFinancialStatus
  displayFulfillmentStatus
  tags
  sourceName
  currencyCode
  customer { tags }
  shippingLine { title code }
  shippingAddress { city provinceCode countryCodeV2 zip latitude longitude }
  risk { recommendation assessments { riskLevel } }
`;

const orderFields = /* GraphQL */ `
  ${orderHead}
  lineItems(first: 30) { ${lineItems} }
  fulfillmentOrders(first: 10) { ${fulfillmentOrders} }
`;

/** Bulk form, which takes no variables: SINCE stands for an instant. Orders with their lines. */
export const bulkPastOrders = /* GraphQL */ `
  {
    orders(query: "updated_at:>='SINCE'") {
      edges { node {
        ${orderHead}
        totalShippingPriceSet { shopMoney { amount } }
        lineItems { edges { node {
          id
          sku
          quantity
          requiresShipping
          discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }
          variant { id inventoryItem { id } }
        } } }
      } }
    }
  }
`;

/** Bulk form: where Shopify placed and shipped units, ended fulfillment orders included. */
export const bulkPastPlacements = /* GraphQL */ `
  {
    fulfillmentOrders(includeClosed: true, query: "updated_at:>='SINCE'") {
      edges {
        node {
          id
          orderId
          status
          assignedLocation {
            location {
              id
            }
          }
          deliveryMethod {
            methodType
          }
          lineItems {
            edges {
              node {
                id
                inventoryItemId
                totalQuantity
                remainingQuantity
                lineItem {
                  id
                }
              }
            }
          }
          fulfillments {
            edges {
              node {
                id
                status
                createdAt
                deliveredAt
              }
            }
          }
        }
      }
    }
  }
`;

/** One connection for many orders costs a tenth of one object each. */
export const searchOrders = /* GraphQL */ `
  query SearchOrders($query: String!, $count: Int!) {
    orders(first: $count, query: $query, sortKey: ID) {
      nodes { ${orderFields} }
    }
  }
`;

/** By id, past the search index, which may lag behind a new order. */
export const readOrdersById = /* GraphQL */ `
  query ReadOrdersById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Order { ${orderFields} }
    }
  }
`;

export const readMoreLineItems = /* GraphQL */ `
  query ReadMoreLineItems($id: ID!, $after: String) {
    order(id: $id) {
      lineItems(first: 100, after: $after) { ${lineItems} }
    }
  }
`;

export const readMoreFulfillmentOrders = /* GraphQL */ `
  query ReadMoreFulfillmentOrders($id: ID!, $after: String) {
    order(id: $id) {
      fulfillmentOrders(first: 20, after: $after) { ${fulfillmentOrders} }
    }
  }
`;

export const readMoreFulfillmentOrderLines = /* GraphQL */ `
  query ReadMoreFulfillmentOrderLines($id: ID!, $after: String) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $after) { ${fulfillmentOrderLines} }
    }
  }
`;

export const findOrdersOfFulfillmentOrders = /* GraphQL */ `
  query FindOrdersOfFulfillmentOrders($query: String!, $count: Int!) {
    fulfillmentOrders(first: $count, query: $query, includeClosed: true) {
      nodes {
        id
        orderId
      }
    }
  }
`;

export const findOrdersOfFulfillmentOrdersById = /* GraphQL */ `
  query FindOrdersOfFulfillmentOrdersById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on FulfillmentOrder {
        id
        orderId
      }
    }
  }
`;

export const listUpdatedOrders = /* GraphQL */ `
  query ListUpdatedOrders($query: String!, $after: String) {
    orders(first: 250, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
