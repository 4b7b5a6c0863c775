// SPDX-License-Identifier: Apache-2.0
/**
 * The panel about the customer of the open conversation (SPEC.md I8).
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.customer.CustomerModel}.
 */
@NullMarked
package baton.console.customer;

import org.jspecify.annotations.NullMarked;
