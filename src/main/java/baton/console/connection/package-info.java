// SPDX-License-Identifier: Apache-2.0
/**
 * How the hub's line to Meta stands and where deliveries went, for admins and editors (SPEC.md B2): board, what was set aside, replay.
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.connection.ConnectionModel}.
 */
@NullMarked
package baton.console.connection;

import org.jspecify.annotations.NullMarked;
