// Loaded ahead of a service by --import: has its modules patched as they are loaded.
import { register } from 'node:module';

register('./patched-load.mjs', import.meta.url);
