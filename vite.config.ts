import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

// Shopify CLI's tunnel gives the dev server its public name and its port.
const tunnel = new URL(process.env.SHOPIFY_APP_URL ?? "http://localhost");

export default defineConfig({
  server: { port: Number(process.env.PORT ?? 3000), allowedHosts: [tunnel.hostname] },
  plugins: [
    remix({
      ignoredRouteFiles: ["**/.*", "**/*.md"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
      },
    }),
  ],
  // Polaris ships CSS and ESM that Node cannot load as is; the Remix package must be bundled with it,
  // or two copies of Polaris' context exist and pages fail with "No i18n was provided".
  ssr: { noExternal: ["@shopify/polaris", /^@shopify\/shopify-app-remix/] },
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
});
