// SPDX-License-Identifier: Apache-2.0
/** Tests of the bubbles and of the list that holds them; {@link baton.console.conversation.Gallery} has one of every kind. */
@NullMarked
package baton.console.conversation;

import org.jspecify.annotations.NullMarked;
