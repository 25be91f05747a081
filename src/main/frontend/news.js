/**
 * An open inbox hears on a line that something moved, and then asks what. Without the line (a proxy, too many windows, an old
 * browser) it asks from time to time; with it as well, seldom, because a line can fall silent.
 */
const OFTEN = 20_000;
const SELDOM = 120_000;
const AGAIN = 60_000;

export function news() {
  const place = document.querySelector('#news[data-stream]');
  if (!place) return;
  let line;
  let timer;
  let heard = false;
  // What has been said once stays until the reader follows it; said again, it would be read out again. Numbers go on.
  const again = 'again' in place.dataset;
  const ask = () => (again || place.childElementCount === 0) && place.dispatchEvent(new CustomEvent('news'));
  const every = (pause) => {
    clearInterval(timer);
    timer = setInterval(ask, pause);
  };
  const listen = () => {
    if (!('EventSource' in window)) return;
    line = new EventSource(place.dataset.stream);
    line.addEventListener('moved', ask);
    // The reader has opened more windows since than the server keeps lines to.
    line.addEventListener('enough', () => {
      line.close();
      every(OFTEN);
    });
    line.addEventListener('open', () => {
      every(SELDOM);
      if (heard) ask();
      heard = true;
    });
    line.addEventListener('error', () => {
      every(OFTEN);
      if (line.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
    });
  };
  every(OFTEN);
  listen();
  addEventListener('pagehide', () => line?.close());
  addEventListener('pageshow', ({ persisted }) => persisted && listen());
}
