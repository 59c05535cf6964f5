import { useState } from "react";

export interface OpenRules {
  readonly has: (key: string) => boolean;
  readonly set: (key: string, isOpen: boolean) => void;
}

/** Which rules of the editor show their fields, by their keys. */
export function useOpenRules(): OpenRules {
  const [keys, setKeys] = useState<readonly string[]>([]);
  return {
    has: (key) => keys.includes(key),
    set: (key, isOpen) =>
      setKeys((known) => {
        const others = known.filter((one) => one !== key);
        return isOpen ? [...others, key] : others;
      }),
  };
}
