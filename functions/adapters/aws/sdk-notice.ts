/**
 * Switches off the notice about Node 20 that the AWS SDK prints when a client is made: it says
 * nothing to a district, and it would stand in the middle of our progress. Import it for its
 * effect, wherever the SDK is imported; it is set nowhere else.
 */
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
