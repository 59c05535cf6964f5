/** The request's JSON, or null when it is none: then the form's own check says what is missing. */
export async function readJson(request: Request): Promise<unknown> {
  return request.json().catch(() => null);
}
