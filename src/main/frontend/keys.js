/** / search · j k rows · Enter opens · x ticks · ← → back and forward in a walkthrough · ? the list of keys · Esc leaves a field. */
export function keys() {
  const dialog = document.getElementById('keys');
  document.querySelectorAll('[data-keys]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => dialog.showModal());
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = { '/': search, j: () => move(1), k: () => move(-1), x: tick, ArrowLeft: () => follow('back'), ArrowRight: () => follow('forward'), '?': () => dialog.showModal() }[event.key];
    if (act && act() !== false) event.preventDefault();
  });
}

const typing = (element) => element.closest('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]');

function search() {
  const field = document.querySelector('#q') ?? document.querySelector('#find');
  if (!field) return false;
  field.focus();
  field.select();
}

function follow(way) {
  const here = document.querySelector('.foreign > li:is(:target, :has(:target))');
  const link = (here ?? document.querySelector('.go'))?.querySelector(`a[data-${way}]`);
  if (!link) return false;
  link.click();
  // A choice: Enter takes the first way, Tab goes on to the others.
  const choice = link.hash && document.getElementById(link.hash.slice(1));
  if (choice?.matches('.parting')) choice.querySelector('a')?.focus();
}

function tick() {
  const box = document.activeElement?.closest('[data-row]')?.querySelector('.pick input');
  if (!box) return false;
  box.checked = !box.checked;
}

/** The chosen row is the one whose link has the focus, so Enter opens it without more ado. */
function move(step) {
  const links = [...document.querySelectorAll('[data-rows] [data-row] [data-open]')];
  if (links.length === 0) return false;
  const row = document.activeElement?.closest('[data-row]');
  const at = links.findIndex((link) => link.closest('[data-row]') === row);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[next].focus();
  links[next].closest('[data-row]').scrollIntoView({ block: 'nearest' });
}
