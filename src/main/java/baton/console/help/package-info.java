// SPDX-License-Identifier: Apache-2.0
/**
 * Everything one can do, by name and by key: the palette and the cheat sheet (SPEC.md D3).
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.help.Deed}.
 */
@NullMarked
package baton.console.help;

import org.jspecify.annotations.NullMarked;
