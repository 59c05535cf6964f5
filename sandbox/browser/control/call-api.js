/** Calls the control API. Throws its own words when it refuses. */
export async function callApi(method, path, body) {
  const answer = await fetch(`/sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const value = await answer.json();
  if (answer.ok) return value;
  const issues = (value.issues ?? []).map(({ path: at, message }) => `${at.join(".")}: ${message}`);
  throw new Error([value.error, ...issues].join(" "));
}
