// SPDX-License-Identifier: Apache-2.0
/**
 * A stand-in for Meta's WhatsApp Cloud API with pretend customers: signed webhooks in good and bad weather, the Graph API with its
 * checks and error bodies, phones that show what arrived, and a control door for tests and demos.
 *
 * <p>May import the JDK and the JSON library, and nothing else of Baton: it must not share the product's mistakes. Start reading at
 * {@link baton.simulator.Simulator}, then {@code Network} (who wrote what to whom), {@code GraphDoor} (what the business calls) and
 * {@code Crowd} (the pretend customers).
 */
@NullMarked
package baton.simulator;

import org.jspecify.annotations.NullMarked;
