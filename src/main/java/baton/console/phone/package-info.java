// SPDX-License-Identifier: Apache-2.0
/**
 * A customer's phone beside the desk, for the demo and for training: write as any customer, see what that phone shows, change the
 * weather (SPEC.md D6). It knows pretend phones only as {@link baton.console.phone.Handsets}; the root says who they are.
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.phone.PhoneModel}.
 */
@NullMarked
package baton.console.phone;

import org.jspecify.annotations.NullMarked;
