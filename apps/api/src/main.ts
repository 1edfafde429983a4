import 'reflect-metadata';
import { Env, migrate, openDatabase } from '@app/platform';
import { DataSource } from 'typeorm';
import { createApp } from './configure-app.js';

const database = await openDatabase(Env.read(), (sentence) => {
  process.stderr.write(`${sentence}\n`);
});
const app = await createApp(database.env);
await migrate(app.get(DataSource));
await app.listen(database.env.PORT, database.env.HOST);
