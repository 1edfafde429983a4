var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi_import_1 from "./health.dto.js";
import * as openapi from "@nestjs/swagger";
import { ServiceUnavailable } from "../../../libs/platform/src/index.js";
import { Public } from "../../../libs/workspaces/src/index.js";
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { HealthDto } from './health.dto.js';
let HealthController = class HealthController {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    /** Whether the process is alive. */
    live() {
        return { status: 'ok' };
    }
    /** Whether the process can serve: the database answers and has every migration. */
    async ready() {
        const areMissing = await this.dataSource.showMigrations().catch(() => undefined);
        if (areMissing === undefined)
            throw new ServiceUnavailable('The database is not available.');
        if (areMissing)
            throw new ServiceUnavailable('Migrations have not been applied.');
        return { status: 'ok' };
    }
};
__decorate([
    ApiOperation({ summary: "Whether the process is alive.", operationId: 'health.live' }),
    Get('livez'),
    Public(),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.HealthDto }),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", HealthDto)
], HealthController.prototype, "live", null);
__decorate([
    ApiOperation({ summary: "Whether the process can serve: the database answers and has every migration.", operationId: 'health.ready' }),
    Get('readyz'),
    Public(),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.HealthDto }),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Promise)
], HealthController.prototype, "ready", null);
HealthController = __decorate([
    ApiTags('health'),
    Controller(),
    __metadata("design:paramtypes", [DataSource])
], HealthController);
export { HealthController };
//# sourceMappingURL=health.controller.js.map