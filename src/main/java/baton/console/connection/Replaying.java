// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

/** How far a replay of one delivery has come, or what is done to put away an entry of it. */
sealed interface Replaying {

    /** The hub was asked and has not answered yet. */
    record Working() implements Replaying {}

    /** It answered; {@code result}: ACCEPTED, DOUBLED, SET_ASIDE or PUT_AWAY. */
    record Answered(String result) implements Replaying {}

    /** It did not happen; {@code why} in the hub's or the network's words. */
    record Refused(String why) implements Replaying {}
}
