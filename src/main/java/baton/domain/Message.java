// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message or note as it stands now, with its history. {@code sentAt}: when it was written, by Meta's clock for what
 * came in; {@code at}: when the hub had it. Only replies have a {@code sending}; a note never does (SPEC.md T9).
 */
public record Message(
        MessageId id,
        long version,
        ConversationId conversation,
        Author author,
        boolean note,
        Content content,
        Instant sentAt,
        Instant at,
        Optional<Wamid> wamid,
        Optional<Quote> quote,
        Marks marks,
        Optional<Sending> sending) {

    /** What others put on it later: reactions and their removals, edits with the earlier text, deletion; and how it came. */
    public record Marks(
            List<Reaction> reactions,
            List<Removal> removals,
            List<Edit> edits,
            Optional<Instant> revokedAt,
            Inbound.Way way,
            Optional<Referral> referral,
            Optional<DeliveryId> delivery) {

        public static final Marks NONE = new Marks(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Inbound.Way.DIRECT,
                Optional.empty(),
                Optional.empty());

        public Marks {
            reactions = List.copyOf(reactions);
            removals = List.copyOf(removals);
            edits = List.copyOf(edits);
        }

        public Marks withReactions(List<Reaction> next, List<Removal> removed) {
            return new Marks(next, removed, edits, revokedAt, way, referral, delivery);
        }

        public Marks withEdits(List<Edit> next) {
            return new Marks(reactions, removals, next, revokedAt, way, referral, delivery);
        }

        public Marks withRevokedAt(Instant at) {
            return new Marks(reactions, removals, edits, Optional.of(at), way, referral, delivery);
        }
    }

    /** One emoji by one reactor. */
    public record Reaction(Author by, String emoji, Instant at) {}

    /** When somebody took their emoji back, while they put no other. */
    public record Removal(Author by, Instant at) {}

    /** What it said before, until {@code at}. */
    public record Edit(Content before, Instant at) {}

    public Message withSending(Sending next) {
        return new Message(
                id, version, conversation, author, note, content, sentAt, at, wamid, quote, marks, Optional.of(next));
    }

    public Message withWamid(Wamid next) {
        return new Message(
                id, version, conversation, author, note, content, sentAt, at, Optional.of(next), quote, marks, sending);
    }

    public Message withQuote(Optional<Quote> next) {
        return new Message(id, version, conversation, author, note, content, sentAt, at, wamid, next, marks, sending);
    }

    public Message withMarks(Marks next) {
        return new Message(id, version, conversation, author, note, content, sentAt, at, wamid, quote, next, sending);
    }

    public Message withContent(Content next) {
        return new Message(id, version, conversation, author, note, next, sentAt, at, wamid, quote, marks, sending);
    }

    public Message at(Recorded recorded) {
        return new Message(
                id, recorded.seq(), conversation, author, note, content, sentAt, at, wamid, quote, marks, sending);
    }
}
