// Before anything else is loaded: time stands, frames are never drawn, and the end of a turn is Node's in the browser too.
export const HOLD = `
  Date.now = () => 1742547600000;
  window.requestAnimationFrame = () => 0;
  {
    const { port1, port2 } = new MessageChannel();
    const waiting = [];
    port1.onmessage = () => waiting.shift()();
    window.setImmediate = (act) => { waiting.push(act); port2.postMessage(null); };
  }
`;
