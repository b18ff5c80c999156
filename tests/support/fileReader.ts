/** What the library behind a shop's file asks of a page, for tests that run without one. */
class FileReaderOfNode {
  onload: ((event: { target: { result: unknown } }) => void) | null = null;
  onloadend: ((event: { target: { result: unknown } }) => void) | null = null;
  onerror: ((event: { target: { error: unknown } }) => void) | null = null;
  onabort: ((event: unknown) => void) | null = null;

  readAsArrayBuffer(blob: Blob): void {
    this.#answer(blob.arrayBuffer());
  }

  readAsText(blob: Blob): void {
    this.#answer(blob.text());
  }

  readAsBinaryString(blob: Blob): void {
    this.#answer(blob.arrayBuffer().then((bytes) => Buffer.from(bytes).toString('latin1')));
  }

  #answer(reading: Promise<unknown>): void {
    reading.then(
      (result) => {
        this.onload?.({ target: { result } });
        this.onloadend?.({ target: { result } });
      },
      (error: unknown) => this.onerror?.({ target: { error } }),
    );
  }
}

Object.assign(globalThis, { self: globalThis, FileReader: FileReaderOfNode });
