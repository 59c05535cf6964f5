import type { ReactNode } from "react";

/** Keeps a click on a control from opening what its table row leads to. */
export function OwnClick({ children }: { readonly children: ReactNode }) {
  return (
    <div role="presentation" onClick={(event) => event.stopPropagation()}>
      {children}
    </div>
  );
}
