# One image, three commands: `npm start` (web), `npm run worker`, `npm run migrate` (release step).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN DATABASE_URL=postgres://none/none npx prisma generate && npm run build

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY app app
COPY bin bin
COPY prisma prisma
COPY --from=build /app/build build
COPY --from=build /app/app/generated app/generated
USER node
EXPOSE 3000
# Node itself answers SIGTERM; npm would swallow it.
CMD ["node", "--disable-warning=ExperimentalWarning", "--max-old-space-size=256", "bin/web.ts"]
