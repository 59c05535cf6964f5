export const moveFulfillmentOrder = /* GraphQL */ `
  mutation MoveFulfillmentOrder(
    $id: ID!
    $newLocationId: ID!
    $lines: [FulfillmentOrderLineItemInput!]
  ) {
    fulfillmentOrderMove(
      id: $id
      newLocationId: $newLocationId
      fulfillmentOrderLineItems: $lines
    ) {
      movedFulfillmentOrder {
        id
      }
      originalFulfillmentOrder {
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

export const splitFulfillmentOrder = /* GraphQL */ `
  mutation SplitFulfillmentOrder($splits: [FulfillmentOrderSplitInput!]!) {
    fulfillmentOrderSplit(fulfillmentOrderSplits: $splits) {
      fulfillmentOrderSplits {
        fulfillmentOrder {
          id
        }
        remainingFulfillmentOrder {
          id
        }
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const mergeFulfillmentOrders = /* GraphQL */ `
  mutation MergeFulfillmentOrders($merges: [FulfillmentOrderMergeInput!]!) {
    fulfillmentOrderMerge(fulfillmentOrderMergeInputs: $merges) {
      fulfillmentOrderMerges {
        fulfillmentOrder {
          id
        }
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const holdFulfillmentOrder = /* GraphQL */ `
  mutation HoldFulfillmentOrder($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold {
        id
      }
      fulfillmentOrder {
        id
      }
      remainingFulfillmentOrder {
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

/** Without holdIds Shopify releases everyone's holds, so the variable is required here. */
export const releaseHolds = /* GraphQL */ `
  mutation ReleaseHolds($id: ID!, $holdIds: [ID!]!) {
    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
      fulfillmentOrder {
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

export const reportProgress = /* GraphQL */ `
  mutation ReportProgress($id: ID!, $report: FulfillmentOrderReportProgressInput) {
    fulfillmentOrderReportProgress(id: $id, progressReport: $report) {
      fulfillmentOrder {
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

export const openFulfillmentOrder = /* GraphQL */ `
  mutation OpenFulfillmentOrder($id: ID!) {
    fulfillmentOrderOpen(id: $id) {
      fulfillmentOrder {
        id
      }
      userErrors {
        field
        message
      }
    }
  }
`;

export const createFulfillment = /* GraphQL */ `
  mutation CreateFulfillment($fulfillment: FulfillmentInput!) {
    fulfillmentCreate(fulfillment: $fulfillment) {
      fulfillment {
        id
      }
      userErrors {
        field
        message
      }
    }
  }
`;

export const prepareForPickup = /* GraphQL */ `
  mutation PrepareForPickup($input: FulfillmentOrderLineItemsPreparedForPickupInput!) {
    fulfillmentOrderLineItemsPreparedForPickup(input: $input) {
      userErrors {
        field
        message
        code
      }
    }
  }
`;
