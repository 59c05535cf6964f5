// The admin's side of App Bridge: answers what the framed app asks, and draws what it describes.
import { showMenu } from "./show-menu.js";
import { pickResources } from "./pick-resources.js";
import { openAddress, showPath } from "./navigate.js";
import { isSaveBarOpen, remindOfSaveBar, showSaveBar } from "./show-save-bar.js";
import { showTitleBar } from "./show-title-bar.js";
import { hideToast, showToast } from "./show-toast.js";

const data = JSON.parse(document.getElementById("frame-data").textContent);
const iframe = document.getElementById("app-frame");

/** Tells the app something. */
const tell = (type, payload) =>
  iframe.contentWindow.postMessage({ bridge: "sandbox", type, payload }, data.appOrigin);

/** Tells the app something that would leave the page: not while it has unsaved changes. */
const tellUnlessUnsaved = (type, payload) => {
  if (isSaveBarOpen()) remindOfSaveBar();
  else tell(type, payload);
};

const notices = {
  chrome: ({ titleBar, menu }) => {
    showTitleBar(data.appName, titleBar, tell);
    showMenu(data, menu, tellUnlessUnsaved);
  },
  loading: (isLoading) => {
    document.getElementById("loading-bar").hidden = !isLoading;
  },
  open: (request) => openAddress(data, request),
  path: (path) => showPath(data, path),
  "save-bar": (bar) => showSaveBar(bar, tell),
  toast: (toast) => showToast(toast, tell),
  "toast-hide": ({ id }) => hideToast(id),
};

const questions = {
  "id-token": requestIdToken,
  "leave-confirmation": () =>
    window.confirm("Leave page with unsaved changes?")
      ? Promise.resolve(null)
      : Promise.reject(new Error("The person stayed on the page.")),
  "resource-picker": (options) => pickResources(data, options),
  user: () => Promise.resolve({ ...data.user, accountAccess: "full" }),
};

async function requestIdToken() {
  const answer = await fetch(`/sandbox/shops/${data.shop}/app/id-token`, {
    method: "POST",
    body: JSON.stringify({ userId: data.user.id }),
  });
  if (!answer.ok) throw new Error(`The admin gave no session token (${answer.status}).`);
  return (await answer.json()).idToken;
}

async function hear({ data: message, origin, source }) {
  if (origin !== data.appOrigin || source !== iframe.contentWindow) return;
  if (message?.bridge !== "sandbox") return;
  if (message.id === undefined) {
    notices[message.type]?.(message.payload);
    return;
  }
  const reply = (answer) =>
    source.postMessage({ bridge: "sandbox", reply: message.id, ...answer }, origin);
  try {
    const ask = questions[message.type];
    if (!ask) throw new Error(`The sandbox's admin does not know ${message.type}.`);
    reply({ value: await ask(message.payload) });
  } catch (error) {
    reply({ error: error.message });
  }
}

for (const event of window.takeEarlyMessages()) void hear(event);
window.addEventListener("message", hear);
