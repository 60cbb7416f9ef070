# The service with its embedded database, whose facts are in the volume; or on a server, by DATABASE_URL: see compose.yaml.
#
#   docker build -t labourgraph .
#   docker run --init -p 4000:4000 -v labourgraph:/app/data labourgraph
#
# PUBLIC_URL is the address that clients know it by. Commands follow the image's name: docker run --rm labourgraph --help

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-fund --no-audit
COPY . .
RUN npm run --silent build

FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-fund --no-audit && mkdir data

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    PUBLIC_URL=http://localhost:4000 \
    DATA_DIR=data
COPY --from=packages /app/node_modules node_modules
COPY --from=packages --chown=node:node /app/data data
COPY --from=build /app/dist dist
COPY prisma prisma
COPY seeds seeds
COPY package.json LICENSE ./
USER node
VOLUME /app/data
EXPOSE 4000
# Whether it lives: one that is not ready needs no restart, it waits for its database.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=32", "dist/main.js"]
CMD ["serve"]
