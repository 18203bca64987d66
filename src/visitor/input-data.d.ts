/** Made by `input/data-plugin.mjs`: where the data of each way to write lie, and the SHA-256 of their bytes in base64url. */
declare module 'virtual:input-data' {
  export const inputData: Readonly<
    Partial<Record<'pinyin' | 'handwriting', { readonly url: string; readonly digest: string }>>
  >;
}
