// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

/** How far a replay of one delivery has come. */
sealed interface Replaying {

    /** The hub was asked and has not answered yet. */
    record Working() implements Replaying {}

    /** It answered; {@code result}: ACCEPTED, DOUBLED or SET_ASIDE. */
    record Answered(String result) implements Replaying {}

    /** It did not happen; {@code why} in the hub's or the network's words. */
    record Refused(String why) implements Replaying {}
}
