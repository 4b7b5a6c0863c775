// SPDX-License-Identifier: Apache-2.0
/**
 * The words of Baton: ids, facts and states as records, every "one of" as a sealed family.
 *
 * <p>Imports the JDK and nothing else; knows neither JSON nor SQL, neither clock nor thread. Start reading at {@link
 * baton.domain.Event}, then {@link baton.domain.Recorded}, then {@link baton.domain.Conversation}.
 */
@NullMarked
package baton.domain;

import org.jspecify.annotations.NullMarked;
