import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Page, RawAnswer, Recorded } from './page.js';

/** Puts what a controller answers into `{"success": true, "data": …}`. */
@Injectable()
export class EnvelopeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof RawAnswer) {
          void reply.type('application/json; charset=utf-8');
          return answer.json;
        }
        if (answer instanceof Page) return { success: true, ...answer };
        if (answer instanceof Recorded) {
          void reply.status(answer.created ? 201 : 200);
          return { success: true, data: answer.record as unknown };
        }
        return { success: true, data: answer };
      }),
    );
  }
}
