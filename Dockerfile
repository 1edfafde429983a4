# The service without the embedded PostgreSQL: a container is given a DATABASE_URL.
#
#   docker build --tag customers-api .
#
# There is no `syntax` line: it would fetch another image to read this file with.

# What runs: nothing that only builds or tests it. The embedded PostgreSQL is an optional package, and the only
# one that this service would use. No package needs its install script.
FROM node:24.21-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --workspaces=false --ignore-scripts --no-audit --no-fund

FROM node:24.21-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY libs/sdk/package.json libs/sdk/
# With optional packages: the bundler's program for this platform is one.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ormconfig.ts ./
COPY tools/build.mjs tools/build-dashboard.mjs tools/
COPY apps apps
COPY libs libs
# Compiled along with the rest, and left behind here.
COPY bench bench
RUN node tools/build.mjs

FROM node:24.21-trixie-slim
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Customers API" \
      org.opencontainers.image.description="Who a workspace's customers are, which clicks brought them, what they bought and what they are worth." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
# Inside a container its own address is no address for callers.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000
COPY LICENSE package.json ./
COPY docs/openapi.json docs/
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/ormconfig.js dist/
COPY --from=build /app/dist/apps dist/apps
COPY --from=build /app/dist/libs dist/libs
# The account `node` of the base image, by number: Kubernetes cannot tell whether a name is root. It owns
# nothing here, and the service writes no files.
USER 1000:1000
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
# The start applies migrations before it listens. Restarts do not repair a database that is away: so not /readyz.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between, SIGTERM reaches the service.
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
