import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiProduces } from '@nestjs/swagger';

export const STREAMED = 'streamed';

/** The route answers with a file that is written while it is sent: no message can carry it. */
export const Streamed = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(STREAMED, true),
    ApiProduces('text/csv', 'application/x-ndjson'),
    ApiExtension('x-streamed', true),
  );
