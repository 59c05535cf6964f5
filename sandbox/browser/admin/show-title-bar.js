/** Draws the title and the buttons the app described; pressing one presses the app's own. */
export function showTitleBar(appName, { title, buttons }, tell) {
  document.getElementById("app-title").textContent = title || appName;
  const drawn = buttons.map((button, index) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = button.label;
    element.disabled = button.disabled || button.loading;
    element.className = `${button.variant} ${button.tone}`;
    element.addEventListener("click", () => tell("press-button", index));
    return element;
  });
  document.getElementById("title-actions").replaceChildren(...drawn);
}
