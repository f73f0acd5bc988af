/** Defines `<claim-check>`: the one script that a host page loads. */
import { ClaimCheckElement } from "./claim-check.js";

// A page may load this twice, by two addresses.
if (!customElements.get("claim-check")) customElements.define("claim-check", ClaimCheckElement);

export { ClaimCheckElement };
