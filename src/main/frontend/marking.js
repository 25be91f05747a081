// A question that asks for a step: a click on the diagram chooses in the list beside it, which is what is sent and what the keyboard uses.
export function marking(figure, viewer) {
  const name = figure.dataset.marking;
  if (!name) return;
  const choices = [...document.querySelectorAll('input[type=radio]')].filter((radio) => radio.name === name);
  const known = choices.map((radio) => radio.value);
  const choose = (id) => {
    const radio = choices.find((one) => one.value === id);
    if (!radio) return;
    radio.checked = true;
    show();
  };
  const show = () => {
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    choices.filter((radio) => elements.get(radio.value)).forEach((radio) => {
      canvas[radio.checked ? 'addMarker' : 'removeMarker'](radio.value, 'current');
    });
    figure.querySelectorAll('.step-no').forEach((badge) => {
      badge.classList.toggle('here', choices.some((radio) => radio.checked && radio.value === badge.dataset.at));
    });
  };
  viewer.get('eventBus').on('element.click', (event) => {
    // A name beside an event or an arrow is a label of its own, which ends like this.
    const id = event.element.id.replace(/_label$/, '');
    if (known.includes(id)) choose(id);
  });
  figure.addEventListener('click', (event) => {
    const badge = event.target.closest('.step-no');
    if (badge) choose(badge.dataset.at);
  });
  choices.forEach((radio) => radio.addEventListener('change', show));
  show();
}
