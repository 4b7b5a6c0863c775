// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Optional;

/**
 * What a message refers to: a quoted message, a forward, a product (WHATSAPP.md 2.20). The quoted text is never
 * delivered, only its id, and that may be unknown to us.
 */
public record Quote(Optional<Wamid> message, Forward forward, Optional<Product> product) {

    /** How often the message had been passed on. */
    public enum Forward {
        NO,
        ONCE,
        OFTEN
    }

    /** A product of a catalogue that the customer asks about. */
    public record Product(String catalog, String retailerId) {}

    public static Quote of(Wamid message) {
        return new Quote(Optional.of(message), Forward.NO, Optional.empty());
    }
}
