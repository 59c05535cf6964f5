export const readShop = /* GraphQL */ `
  query ReadShop {
    shop {
      name
      currencyCode
      ianaTimezone
      plan {
        publicDisplayName
      }
    }
  }
`;

export const readLocations = /* GraphQL */ `
  query ReadLocations($after: String) {
    locations(first: 100, after: $after, includeInactive: true, includeLegacy: true) {
      nodes {
        id
        name
        isActive
        isFulfillmentService
        fulfillsOnlineOrders
        updatedAt
        address {
          address1
          city
          countryCode
          provinceCode
          zip
          latitude
          longitude
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
