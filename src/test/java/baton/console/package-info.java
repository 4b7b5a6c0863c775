// SPDX-License-Identifier: Apache-2.0
/** Tests of what all screens stand on, and {@link baton.console.Screens}, which draws any screen to a file. */
@NullMarked
package baton.console;

import org.jspecify.annotations.NullMarked;
