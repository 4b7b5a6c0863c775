// SPDX-License-Identifier: Apache-2.0
/**
 * The team's server: takes deliveries in, lets desks act, sends what is due, sweeps what is over, and answers polls.
 *
 * <p>May import everything below it ({@code domain, run, policy, language, wire, store, whatsapp, crm}). Start reading at
 * {@link baton.hub.Intake}, {@link baton.hub.Desk} and {@link baton.hub.Dispatch}.
 */
@NullMarked
package baton.hub;

import org.jspecify.annotations.NullMarked;
