/**
 * GraphiQL marks its tabs as such and puts buttons into them, which a tab may not hold: who hears the page could not
 * reach them. They are said to be what they are, a list of buttons, of which one is the current.
 * @returns what ends it.
 */
export function mendTabs(): () => void {
  const mend = (): void => {
    for (const list of document.querySelectorAll('.graphiql-container [role="tablist"]'))
      list.setAttribute('role', 'list');
    for (const tab of document.querySelectorAll('.graphiql-container [role="tab"]'))
      tab.setAttribute('role', 'listitem');
    // React sets it anew whenever another one is chosen.
    for (const tab of document.querySelectorAll('.graphiql-container [role="listitem"][aria-selected]')) {
      tab.querySelector('button')?.setAttribute('aria-current', tab.getAttribute('aria-selected') ?? 'false');
      tab.removeAttribute('aria-selected');
    }
  };
  const observer = new MutationObserver(mend);
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['role', 'aria-selected'] });
  mend();
  return () => observer.disconnect();
}
