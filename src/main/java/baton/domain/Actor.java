// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** Who made an event happen; the "who" of the audit (SPEC.md T3). */
public sealed interface Actor {

    /** A person of the team, by command. */
    record Person(PersonId id) implements Actor {}

    /** The customer, through Meta. */
    record Customer() implements Actor {}

    /** Meta itself: statuses, account notices. */
    record Platform() implements Actor {}

    /** The hub on its own: sender, sweeper, first set-up. */
    record Hub() implements Actor {}
}
