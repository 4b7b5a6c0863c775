// SPDX-License-Identifier: Apache-2.0
/** The customer's phone beside the desk, over phones that stand in memory. */
@NullMarked
package baton.console.phone;

import org.jspecify.annotations.NullMarked;
