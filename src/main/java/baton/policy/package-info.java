// SPDX-License-Identifier: Apache-2.0
/**
 * Pure functions over the domain: what may be done ({@code …Policy}, {@code …Gate}) and what has come of it ({@code
 * …Fold}). No I/O, no clock, no randomness of its own: "now" and chance are parameters, so hub and console decide alike.
 *
 * <p>May import {@code domain} and {@code language}. Start reading at {@link baton.policy.ReplyGate} and {@link
 * baton.policy.ConversationFold}.
 */
@NullMarked
package baton.policy;

import org.jspecify.annotations.NullMarked;
