// SPDX-License-Identifier: Apache-2.0
/**
 * What keeps a program running: loops, leases, the clock, settings, secrets. Imports the JDK only. Start reading at {@link
 * baton.run.Secret}.
 */
@NullMarked
package baton.run;

import org.jspecify.annotations.NullMarked;
