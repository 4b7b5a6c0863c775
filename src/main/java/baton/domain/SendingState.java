// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** The life of a message we send (SPEC.md C5). {@code WITHHELD} and {@code WITHDRAWN} never went out. */
public enum SendingState {
    QUEUED,
    SENDING,
    UNCERTAIN,
    ACCEPTED,
    SENT,
    DELIVERED,
    READ,
    PLAYED,
    FAILED,
    WITHHELD,
    WITHDRAWN
}
