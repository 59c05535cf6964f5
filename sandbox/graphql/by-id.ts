/** Orders a connection by the items' own ids. */
export const byId = { idOf: ({ id }: { id: string }): string => id };
