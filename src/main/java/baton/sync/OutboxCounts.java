// SPDX-License-Identifier: Apache-2.0
package baton.sync;

/** How much waits in the outbox, and how many texts came back and were not looked at yet. */
public record OutboxCounts(int queued, int returned) {

    public static final OutboxCounts NONE = new OutboxCounts(0, 0);
}
