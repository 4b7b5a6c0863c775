// SPDX-License-Identifier: Apache-2.0
/**
 * The main window of a desk: rail, list, conversation, customer panel and status bar in one, and the keys over all of them.
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.shell.ConsoleWindow} and {@link
 * baton.console.shell.DeskModel}.
 */
@NullMarked
package baton.console.shell;

import org.jspecify.annotations.NullMarked;
