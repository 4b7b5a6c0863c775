// SPDX-License-Identifier: Apache-2.0
/** Baton as its users start it: whole processes, real HTTP, real files, and somebody who pulls the plug. */
@NullMarked
package baton.whole;

import org.jspecify.annotations.NullMarked;
