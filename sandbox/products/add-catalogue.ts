import type { ShopState } from "../shop/state.ts";
import { addProduct } from "./add-product.ts";
import { SAMPLE_CATALOGUE, type SampleProduct } from "./sample-catalogue.ts";

/** Adds the sample catalogue `copies` times; SKUs of later copies end in "-2", "-3", ... */
export function addCatalogue(shop: ShopState, copies: number): void {
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const sample of SAMPLE_CATALOGUE) addSample(shop, sample, copy === 1 ? "" : `-${copy}`);
  }
}

function addSample(shop: ShopState, sample: SampleProduct, suffix: string): void {
  const { price, cost, grams } = sample;
  addProduct(shop, {
    ...sample,
    title: suffix === "" ? sample.title : `${sample.title} ${suffix.slice(1)}`,
    variants: sample.options.map((option) => ({
      title: option,
      sku: `${sample.code}-${option.toUpperCase()}${suffix}`,
      ...{ price, cost, grams },
    })),
  });
}
