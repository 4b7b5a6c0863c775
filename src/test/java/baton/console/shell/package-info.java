// SPDX-License-Identifier: Apache-2.0
/** The desk as a whole, walked by keys and clicks over a hub that stands in memory. */
@NullMarked
package baton.console.shell;

import org.jspecify.annotations.NullMarked;
