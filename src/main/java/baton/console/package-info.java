// SPDX-License-Identifier: Apache-2.0
/**
 * What every screen of the desk stands on: the way to the screen's thread, themes, fonts, emoji, texts in both languages, times and
 * money by locale, the one tick a second, icons and keys. Each screen has its own room below this one.
 *
 * <p>May import {@code domain, run, language, policy, sync}; {@code javafx} lives only here and in the roots. Start reading at {@link
 * baton.console.Fx} and {@link baton.console.Themes}.
 */
@NullMarked
package baton.console;

import org.jspecify.annotations.NullMarked;
