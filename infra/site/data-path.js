// The public bucket is served under /data/, which is not a part of its keys.
function handler(event) {
  const request = event.request;
  request.uri = request.uri.replace(/^\/data\//, "/");
  return request;
}
