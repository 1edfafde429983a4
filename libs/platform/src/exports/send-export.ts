import type { FastifyReply } from 'fastify';
import { pipeline, type Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { codeOf } from '../database/database-errors.js';
import { toAppError } from '../errors/to-app-error.js';
import type { Export } from './export.js';
import { ReaderStalled } from './pulled-stream.js';

/** The lowest level takes a third of the time of the usual one, and half as much again of the space. */
const GZIP_LEVEL = 1;

/** Whether an `Accept-Encoding` allows gzip (RFC 9110). */
export function acceptsGzip(header: string | undefined): boolean {
  const codings = (header ?? '').split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { name, isRefused: weight !== undefined && Number(weight.slice(2)) === 0 };
  });
  const found =
    codings.find(({ name }) => name === 'gzip') ?? codings.find(({ name }) => name === '*');
  return found !== undefined && !found.isRefused;
}

/** Sends a file as it is written; a fault on the way breaks it off, without the end that it should have. */
export function sendExport(reply: FastifyReply, { fileName, type, stream }: Export): FastifyReply {
  const { request } = reply;
  void reply
    .type(type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .header('vary', 'Accept-Encoding');
  const isGzip = acceptsGzip(request.headers['accept-encoding']);
  if (isGzip) void reply.header('content-encoding', 'gzip');
  if (request.method === 'HEAD') {
    stream.destroy();
    return reply.send('');
  }
  stream.on('error', (error) => {
    report(error, reply);
  });
  return reply.send(isGzip ? gzipped(stream) : stream);
}

const gzipped = (stream: Readable): Readable =>
  // Each side hears of the other's end: a fault cuts what is sent, and a client that leaves ends the rows.
  pipeline(stream, createGzip({ level: GZIP_LEVEL }), () => undefined);

function report(thrown: Error, { request }: FastifyReply): void {
  if (thrown instanceof ReaderStalled) {
    request.log.warn(thrown.message);
    return;
  }
  if ((thrown as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  const error = toAppError(thrown);
  if (error.kind === 'failed') request.log.error({ code: error.code, err: error.cause ?? error });
  else request.log.warn({ code: error.code, cause: codeOf(error.cause) }, error.message);
}
