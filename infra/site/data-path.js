// The public bucket is served under /data/, a prefix that its keys do not have.
function handler(event) {
  const request = event.request;
  request.uri = request.uri.replace(/^\/data\//, "/");
  return request;
}
