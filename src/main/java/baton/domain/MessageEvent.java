// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens to messages and notes. A message's id is the number of the event that brought it in. {@code own}: the wamid of the
 * entry that told a change, by which a second delivery of it is known. {@code delivery}: the raw body that told a change; empty when
 * none did, or when a hub recorded it that did not say so yet.
 */
public sealed interface MessageEvent extends Event {

    /** A customer wrote. {@code delivery} names the raw body. */
    record InboundReceived(CustomerId customer, Inbound message, DeliveryId delivery) implements MessageEvent {}

    /** Somebody else wrote in our name: a colleague on the phone app, or Meta's agent (SPEC.md C10). */
    record EchoReceived(CustomerId customer, Author author, Inbound message, DeliveryId delivery)
            implements MessageEvent {}

    /** A person's reply was taken under this fence; from here on it is a sending. */
    record ReplyAccepted(PersonId author, Fence fence, Outbound message) implements MessageEvent {}

    /** A note for the team: at most 300 characters (SPEC.md T9), never sent to the customer: no sending ever starts from it. */
    record NoteWritten(PersonId author, String text, List<PersonId> mentions) implements MessageEvent {
        public NoteWritten {
            mentions = List.copyOf(mentions);
        }
    }

    /** The writer changed a message; the earlier text stays in its history. */
    record MessageEdited(
            MessageId message, Content content, Instant editedAt, Optional<Wamid> own, Optional<DeliveryId> delivery)
            implements MessageEvent {}

    /** The writer deleted a message for everyone; the text stays in its history. */
    record MessageRevoked(MessageId message, Instant revokedAt, Optional<Wamid> own, Optional<DeliveryId> delivery)
            implements MessageEvent {}

    /** Somebody put an emoji on a message, or took it away (empty). One reaction per reactor and message. */
    record ReactionChanged(
            MessageId message,
            Author by,
            Optional<String> emoji,
            Instant reactedAt,
            Optional<Wamid> own,
            Optional<DeliveryId> delivery)
            implements MessageEvent {}

    /** A change arrived before the message it changes; it waits for that message (WHATSAPP.md 1.3: order is not guaranteed). */
    record ChangeAwaited(
            NumberId number, Wamid target, Change change, Optional<Wamid> own, Optional<DeliveryId> delivery)
            implements MessageEvent {}
}
