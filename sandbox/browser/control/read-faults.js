/** The faults form as the control API takes it: empty fields are left out. */
export function readFaults(form) {
  const number = (name) => (form[name] === "" ? undefined : Number(form[name]));
  const api = form.kind && {
    kind: form.kind,
    operation: form.operation || undefined,
    next: number("next"),
    probability: number("probability"),
  };
  return {
    seed: number("seed"),
    webhooks: {
      duplicateShare: number("duplicateShare"),
      dropShare: number("dropShare"),
      delayShare: number("delayShare"),
      delayMs: number("delayMs"),
      shuffleWindow: number("shuffleWindow"),
    },
    api: api ? [api] : [],
  };
}
