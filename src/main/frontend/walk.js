// A file from elsewhere is one page, so where one came from stands in no address: it is remembered while the page is open.
export function walk() {
  const steps = document.querySelector('ol.foreign');
  if (!steps) return;
  const came = [];
  const here = () => document.querySelector(':target')?.closest('.foreign > li')?.id;
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#step-"], .foreign a[data-back]');
    if (!link) return;
    if (!link.matches('.foreign a[data-back]')) {
      if (here()) came.push(`#${here()}`);
    } else if (came.length > 0) {
      event.preventDefault();
      window.location.hash = came.pop();
    }
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
