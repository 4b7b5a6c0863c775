// SPDX-License-Identifier: Apache-2.0
/**
 * The conversation as the desk shows it: {@link baton.console.conversation.BubbleFlow}, a list of bubbles that never jumps, and the
 * bubbles themselves, every kind of message as what it is (SPEC.md I3, C2, C10).
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.conversation.BubbleRow} and {@link
 * baton.console.conversation.BubbleFlow}.
 */
@NullMarked
package baton.console.conversation;

import org.jspecify.annotations.NullMarked;
