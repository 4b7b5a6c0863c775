// SPDX-License-Identifier: Apache-2.0
/**
 * The one door and the composition roots: the only place that wires objects. May import every room; no room imports it.
 * Start reading at {@link baton.Baton}.
 */
@NullMarked
package baton;

import org.jspecify.annotations.NullMarked;
