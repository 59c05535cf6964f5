const list = document.getElementById("toasts");

/** Shows a toast until its time is over, it is dismissed, or its action is taken. */
export function showToast({ id, message, action, duration, isError }, tell) {
  const toast = document.createElement("div");
  toast.className = isError ? "toast error" : "toast";
  toast.id = id;
  toast.append(message);
  const dismiss = () => {
    if (!toast.isConnected) return;
    toast.remove();
    tell("toast-dismiss", { id });
  };
  if (action) toast.append(button(action, () => (tell("toast-action", { id }), dismiss())));
  const close = button("✕", dismiss);
  close.setAttribute("aria-label", "Dismiss");
  toast.append(close);
  list.append(toast);
  setTimeout(dismiss, duration);
}

export function hideToast(id) {
  document.getElementById(id)?.querySelector('[aria-label="Dismiss"]').click();
}

function button(label, onPress) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", onPress);
  return element;
}
