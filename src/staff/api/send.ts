/** A request that tells how much of it has gone: a file of many megabytes takes a while on a township's line. */

export interface AskInit extends RequestInit {
  readonly onSent?: (bytes: number) => void;
}

export const sendTelling = (path: string, { onSent, ...init }: AskInit): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? 'POST', path);
    new Headers(init.headers).forEach((text, name) => {
      request.setRequestHeader(name, text);
    });
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? '';
      resolve(
        new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
      );
    };
    request.onerror = () => reject(new TypeError('Failed to fetch'));
    request.onabort = () => reject(new TypeError('aborted'));
    init.signal?.addEventListener('abort', () => request.abort());
    request.send(init.body as XMLHttpRequestBodyInit);
  });
