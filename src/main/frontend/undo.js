/** Counts down to the moment at which a step can no longer be taken back; says so once when it begins and once when it is over. */
export function undo() {
  document.querySelectorAll('[data-undo]').forEach((form) => {
    const over = performance.now() + Number(form.dataset.undo) * 1000;
    const left = form.querySelector('[data-left]');
    const said = form.querySelector('[role=status]');
    left.hidden = false;
    setTimeout(() => { said.textContent = said.dataset.begun; }, 500);
    const count = () => {
      const seconds = Math.ceil((over - performance.now()) / 1000);
      if (seconds > 0) {
        left.textContent = left.dataset.text.replace('{0}', seconds);
        setTimeout(count, 250);
      } else {
        end(form, said);
      }
    };
    count();
  });
}

function end(form, said) {
  const had = form.contains(document.activeElement);
  form.classList.add('over');
  form.querySelector('button').remove();
  document.getElementById('undo-what').remove();
  said.textContent = said.dataset.over;
  if (had) said.focus();
}
