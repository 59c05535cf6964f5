/** Which shops have the app, and which scopes each merchant has granted. */
export interface Installation {
  readonly shop: string;
  scopes: string[];
}

export type Installations = ReturnType<typeof createInstallations>;

export function createInstallations() {
  const byShop = new Map<string, Installation>();
  return {
    find: (shop: string): Installation | null => byShop.get(shop) ?? null,
    /** Installing twice keeps the grant the shop already has. */
    install(shop: string, scopes: readonly string[]): Installation {
      const installation = byShop.get(shop) ?? { shop, scopes: [...scopes] };
      byShop.set(shop, installation);
      return installation;
    },
    remove: (shop: string): boolean => byShop.delete(shop),
  };
}
