// Loaded by `node --import ./sandbox/network.mjs`: the only thing that stands between the app and
// Shopify. It sends what the process asks of Shopify's hosts to the sandbox at SANDBOX_URL, with the
// original host in `x-sandbox-host`, lets loopback through, and refuses everything else aloud.
// Node's own fetch and undici's share one global dispatcher, so both are redirected; whatever opens a
// socket by other means (node:https, a database driver) can only reach this machine.
import net from "node:net";
import { Agent, setGlobalDispatcher } from "undici";

const sandboxUrl = process.env.SANDBOX_URL;
if (!sandboxUrl) throw new Error("network.mjs needs SANDBOX_URL, the sandbox's address.");
const sandboxOrigin = new URL(sandboxUrl).origin;

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/** Shops, and the bucket that bulk operation results are downloaded from. */
function isShopify(url) {
  if (url.protocol !== "https:") return false;
  return url.hostname.endsWith(".myshopify.com") || url.hostname === "storage.googleapis.com";
}

/** undici hands headers over as a flat list, an iterable of pairs or an object. */
function withHost(headers, host) {
  if (!headers) return { "x-sandbox-host": host };
  if (Array.isArray(headers)) return [...headers, "x-sandbox-host", host];
  const pairs = typeof headers[Symbol.iterator] === "function" ? headers : Object.entries(headers);
  return { ...Object.fromEntries(pairs), "x-sandbox-host": host };
}

function refuse(what) {
  const refusal = `network.mjs refused ${what}: not Shopify, not loopback.`;
  process.stderr.write(`${refusal}\n`);
  return new Error(refusal);
}

function redirectToSandbox(dispatch) {
  return (options, handler) => {
    const url = new URL(String(options.origin));
    if (LOOPBACK.has(url.hostname)) return dispatch(options, handler);
    if (!isShopify(url)) throw refuse(`${options.method} ${url.origin}${options.path}`);
    const headers = withHost(options.headers, url.hostname);
    return dispatch({ ...options, origin: sandboxOrigin, headers }, handler);
  };
}

setGlobalDispatcher(new Agent().compose(redirectToSandbox));

/** Sockets are opened with an options object, alone or first in a list, or with port and host. */
function hostOf([first, second]) {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === "object" && options !== null) return options.path ? null : options.host;
  return typeof second === "string" ? second : null;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connectLocally(...target) {
  const host = hostOf(target) ?? "localhost";
  if (!LOOPBACK.has(host)) throw refuse(`a connection to ${host}`);
  return connect.apply(this, target);
};
