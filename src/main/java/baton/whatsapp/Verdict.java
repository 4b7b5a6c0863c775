// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

/**
 * What an error means for the message it hit: when it may be tried again, whether it is sure that nothing went out, and the key of the
 * sentence for the agent in {@code baton/text/platform-errors} ({0} there is Meta's detail text, which may be empty).
 */
public record Verdict(Retry retry, boolean surelyNotSent, String key) {

    /** When it may be tried again (WHATSAPP.md 6 and 9); {@link Backoff} gives the waiting times. */
    public enum Retry {
        /** Not at all: another try would fail alike. */
        NEVER,
        /** By itself, five tries, 2 to 32 s. */
        AUTO,
        /** By itself, three tries in all. */
        AUTO_AT_MOST_3,
        /** When a person has done something, or after hours; never by itself. */
        LATER,
        /** The number as a whole is stopped: open its circuit, keep its queue, call an administrator. */
        STOP_NUMBER,
        /** This customer only: wait 1, 4, 16, 64 … s; others go on. */
        PAIR_LIMIT,
        /** The whole number pauses 1 to 5 s, then goes on more slowly. */
        NUMBER_PAUSE,
        /** By itself after minutes; an answer's own estimate goes before ({@link RateUsage#untilRegain()}). */
        MINUTES
    }
}
