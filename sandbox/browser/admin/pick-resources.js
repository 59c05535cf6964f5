/** Lets the person choose products or variants of the shop. Resolves to what was chosen, or null. */
export async function pickResources(data, { type, multiple, selected }) {
  const answer = await fetch(`/sandbox/shops/${data.shop}/products`);
  if (!answer.ok) throw new Error(`The shop's products cannot be read (${answer.status}).`);
  const { products } = await answer.json();
  const choices = type === "product" ? products : products.flatMap(variantsWithProduct);
  return await choose(choices, { type, multiple, selected });
}

function variantsWithProduct(product) {
  return product.variants.map((variant) => ({
    ...variant,
    displayName: `${product.title} - ${variant.title}`,
    product: { id: product.id, title: product.title, handle: product.handle },
  }));
}

function choose(choices, { type, multiple, selected }) {
  const dialog = document.getElementById("picker");
  dialog.innerHTML = `<form method="dialog">
    <header><h2>Select ${type}s</h2></header>
    <input type="search" placeholder="Search ${type}s" aria-label="Search ${type}s">
    <ul></ul>
    <footer><button type="submit" value="cancel">Cancel</button>
    <button type="submit" value="add" class="primary">Select</button></footer></form>`;
  const list = dialog.querySelector("ul");
  list.append(
    ...choices.map((choice) => choiceRow(choice, multiple, selected.includes(choice.id))),
  );
  dialog.querySelector("input[type=search]").addEventListener("input", ({ target }) => {
    const wanted = target.value.trim().toLowerCase();
    for (const row of list.children) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const ids = [...list.querySelectorAll("input:checked")].map((input) => input.value);
      resolve(dialog.returnValue === "add" ? choices.filter(({ id }) => ids.includes(id)) : null);
    };
  });
}

function choiceRow(choice, multiple, isSelected) {
  const row = document.createElement("li");
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = multiple ? "checkbox" : "radio";
  input.name = "choice";
  input.value = choice.id;
  input.checked = isSelected;
  label.append(input, choice.displayName ?? choice.title, skuOf(choice));
  row.append(label);
  return row;
}

function skuOf(choice) {
  const sku = document.createElement("span");
  sku.className = "quiet";
  sku.textContent = choice.sku ?? `${choice.variants.length} variants`;
  return sku;
}
