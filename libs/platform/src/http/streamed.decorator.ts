import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const STREAMED = 'streamed';

/** The route answers with a file that is written while it is sent: no message can carry it. */
export const Streamed = (): MethodDecorator =>
  applyDecorators(SetMetadata(STREAMED, true), ApiExtension('x-file', 'only'));

/** The route answers with a file when it is asked for a `format`. */
export const AlsoAsFile = (): MethodDecorator => ApiExtension('x-file', 'also');
