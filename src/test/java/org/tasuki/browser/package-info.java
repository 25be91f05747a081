/** The pages in a real browser: the machine's own Chromium, steered by Playwright. */
@NullMarked
package org.tasuki.browser;

import org.jspecify.annotations.NullMarked;
