/** City, state, its code, ZIP, latitude, longitude. Coordinates: US Census Gazetteer, rounded. */
export type City = readonly [
  city: string,
  state: string,
  stateCode: string,
  zip: string,
  latitude: number,
  longitude: number,
];

/** The two warehouses, then the six stores, every sample shop has. */
export const FIRST_CITIES: readonly City[] = [
  ["Columbus", "Ohio", "OH", "43215", 39.9612, -82.9988],
  ["Reno", "Nevada", "NV", "89501", 39.5296, -119.8138],
  ["Denver", "Colorado", "CO", "80202", 39.7392, -104.9903],
  ["Boulder", "Colorado", "CO", "80302", 40.015, -105.2705],
  ["Chicago", "Illinois", "IL", "60601", 41.8781, -87.6298],
  ["Austin", "Texas", "TX", "78701", 30.2672, -97.7431],
  ["Seattle", "Washington", "WA", "98101", 47.6062, -122.3321],
  ["New York", "New York", "NY", "10001", 40.7128, -74.006],
];

/** Where larger sample shops have further stores, and where sample customers live. */
export const MORE_CITIES: readonly City[] = [
  ["Los Angeles", "California", "CA", "90012", 34.0522, -118.2437],
  ["San Francisco", "California", "CA", "94103", 37.7749, -122.4194],
  ["San Diego", "California", "CA", "92101", 32.7157, -117.1611],
  ["Portland", "Oregon", "OR", "97205", 45.5152, -122.6784],
  ["Phoenix", "Arizona", "AZ", "85004", 33.4484, -112.074],
  ["Salt Lake City", "Utah", "UT", "84101", 40.7608, -111.891],
  ["Boise", "Idaho", "ID", "83702", 43.615, -116.2023],
  ["Albuquerque", "New Mexico", "NM", "87102", 35.0844, -106.6504],
  ["Dallas", "Texas", "TX", "75201", 32.7767, -96.797],
  ["Houston", "Texas", "TX", "77002", 29.7604, -95.3698],
  ["Kansas City", "Missouri", "MO", "64105", 39.0997, -94.5786],
  ["Minneapolis", "Minnesota", "MN", "55401", 44.9778, -93.265],
  ["Milwaukee", "Wisconsin", "WI", "53202", 43.0389, -87.9065],
  ["St. Louis", "Missouri", "MO", "63101", 38.627, -90.1994],
  ["Nashville", "Tennessee", "TN", "37203", 36.1627, -86.7816],
  ["Atlanta", "Georgia", "GA", "30303", 33.749, -84.388],
  ["Miami", "Florida", "FL", "33130", 25.7617, -80.1918],
  ["Orlando", "Florida", "FL", "32801", 28.5383, -81.3792],
  ["Charlotte", "North Carolina", "NC", "28202", 35.2271, -80.8431],
  ["Richmond", "Virginia", "VA", "23219", 37.5407, -77.436],
  ["Washington", "District of Columbia", "DC", "20001", 38.9072, -77.0369],
  ["Baltimore", "Maryland", "MD", "21202", 39.2904, -76.6122],
  ["Philadelphia", "Pennsylvania", "PA", "19103", 39.9526, -75.1652],
  ["Pittsburgh", "Pennsylvania", "PA", "15222", 40.4406, -79.9959],
  ["Boston", "Massachusetts", "MA", "02108", 42.3601, -71.0589],
  ["Burlington", "Vermont", "VT", "05401", 44.4759, -73.2121],
  ["Buffalo", "New York", "NY", "14202", 42.8864, -78.8784],
  ["Detroit", "Michigan", "MI", "48226", 42.3314, -83.0458],
  ["Cleveland", "Ohio", "OH", "44114", 41.4993, -81.6944],
  ["Indianapolis", "Indiana", "IN", "46204", 39.7684, -86.1581],
  ["New Orleans", "Louisiana", "LA", "70112", 29.9511, -90.0715],
  ["Anchorage", "Alaska", "AK", "99501", 61.2181, -149.9003],
];
