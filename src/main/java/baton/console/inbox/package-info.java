// SPDX-License-Identifier: Apache-2.0
/**
 * The list of conversations: which view, in which order, which one is chosen (SPEC.md I1, I2).
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.inbox.InboxModel}.
 */
@NullMarked
package baton.console.inbox;

import org.jspecify.annotations.NullMarked;
