// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** Who wrote a message, as the conversation shows it (SPEC.md C10, I3). */
public sealed interface Author {

    /** The customer. */
    record Customer() implements Author {}

    /** A person of the team. */
    record Person(PersonId id) implements Author {}

    /** An automatic answer; {@code rule} says which one and its version. */
    record Automatic(String rule) implements Author {}

    /** A colleague on the WhatsApp Business phone app (WHATSAPP.md 1.8). */
    record PhoneApp() implements Author {}

    /** Meta's own Business Agent (WHATSAPP.md 1.7). */
    record MetaAgent() implements Author {}
}
