// Keys go to the desk without a click on it first.
const focusDesk = () => document.querySelector(".xterm-helper-textarea")?.focus();
new MutationObserver(focusDesk).observe(document.documentElement, { attributeFilter: ["class"], subtree: true });
window.addEventListener("focus", focusDesk);
