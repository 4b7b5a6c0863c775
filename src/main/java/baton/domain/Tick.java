// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** A status that Meta reports for a message we sent, lowest rank first (WHATSAPP.md 3.4); {@code FAILED} has no rank. */
public enum Tick {
    SENT,
    DELIVERED,
    READ,
    PLAYED,
    FAILED
}
