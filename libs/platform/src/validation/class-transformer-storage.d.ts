/** The metadata behind the decorators of class-transformer, which its types leave out. */
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage.js';
}
