// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** One accepted webhook delivery; names its raw body. */
public record DeliveryId(String value) {

    /** Refuses blank text and text over 64 characters with an {@link IllegalArgumentException}. */
    public DeliveryId {
        Words.bounded("A delivery id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
