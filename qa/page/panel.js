let ticket = 0;
window.addEventListener("fawen:open", async (event) => {
  const mine = ++ticket;
  const html = await server.source(event.detail.body);
  if (mine !== ticket) return;
  props.value = html;
  requestAnimationFrame(() => requestAnimationFrame(() => window.fawen.reveal(element, event.detail.byKeyboard)));
});
