// A device whose database does not answer is waited for no longer than a moment.

/** How long that is, in milliseconds. */
export const PATIENCE = 2_000;

/** The same promise; rejects where it takes longer than a person would wait for it. */
export function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the device does not answer')), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
