/** Makes an element. Children may be nodes or text, which is never read as HTML. */
export function makeElement(tag, { onclick, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (onclick) element.addEventListener("click", onclick);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A status, as a coloured word. */
export function makeBadge(status) {
  return makeElement("span", { class: `badge ${status}` }, status.replaceAll("_", " "));
}
