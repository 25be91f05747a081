// A file from elsewhere is one page, so where one came from stands in no address: it is remembered while the page is open.
export function walk() {
  const steps = document.querySelector('ol.foreign');
  if (!steps) return;
  const came = [];
  let here = '';
  let goingBack = false;
  window.addEventListener('hashchange', ({ newURL }) => {
    // Not where the page is by now: whoever types fast is further on already.
    const { hash } = new URL(newURL);
    if (!hash.startsWith('#step-') || hash === here) return;
    if (here && !goingBack) came.push(here);
    here = hash;
    goingBack = false;
  });
  document.addEventListener('click', (event) => {
    if (came.length === 0 || !event.target.closest('.foreign a[data-back]')) return;
    event.preventDefault();
    goingBack = true;
    window.location.hash = came.pop();
  });
  const button = document.querySelector('[data-presenter]');
  const main = document.querySelector('main');
  button.hidden = false;
  button.addEventListener('click', () => {
    const large = main.classList.toggle('presenter');
    button.textContent = large ? button.dataset.off : button.dataset.on;
    document.querySelectorAll('.foreign .notes').forEach((notes) => (notes.open = !large));
    document.querySelector('li:target')?.scrollIntoView();
  });
}
