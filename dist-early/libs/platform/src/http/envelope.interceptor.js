var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable, } from '@nestjs/common';
import { map } from 'rxjs';
import { Page, RawAnswer, Recorded } from './page.js';
/** Puts what a controller answers into `{"success": true, "data": …}`. */
let EnvelopeInterceptor = class EnvelopeInterceptor {
    intercept(context, next) {
        const reply = context.switchToHttp().getResponse();
        return next.handle().pipe(map((answer) => {
            if (answer instanceof RawAnswer) {
                void reply.type('application/json; charset=utf-8');
                return answer.json;
            }
            if (answer instanceof Page)
                return { success: true, ...answer };
            if (answer instanceof Recorded) {
                void reply.status(answer.created ? 201 : 200);
                return { success: true, data: answer.record };
            }
            return { success: true, data: answer };
        }));
    }
};
EnvelopeInterceptor = __decorate([
    Injectable()
], EnvelopeInterceptor);
export { EnvelopeInterceptor };
//# sourceMappingURL=envelope.interceptor.js.map