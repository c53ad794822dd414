// Nothing of whoever left stays in this browser, where the header that says so is not known.

import { CACHE, clear } from "./kept.js";

clear();
await globalThis.caches?.delete(CACHE);
for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
