const bar = document.getElementById("save-bar");

export const isSaveBarOpen = () => !bar.hidden;

/** Opens or closes the contextual save bar; its buttons press the app's. */
export function showSaveBar({ isOpen, save, discard, isWaiting }, tell) {
  bar.hidden = !isOpen;
  for (const button of bar.querySelectorAll("button")) {
    const which = button.dataset.press;
    button.textContent = (which === "save" ? save : discard) ?? button.textContent;
    button.disabled = which === "save" && Boolean(isWaiting);
    button.onclick = () => tell("save-bar-press", which);
  }
}

/** Shakes the bar at someone about to leave unsaved changes, as the admin does. */
export function remindOfSaveBar() {
  bar.classList.remove("shake");
  requestAnimationFrame(() => bar.classList.add("shake"));
}
