// Runs on a viewer's response, and so only for files that were found: an error must not be kept for
// a year.
function handler(event) {
  const response = event.response;
  response.headers["cache-control"] = { value: "public, max-age=31536000, immutable" };
  return response;
}
