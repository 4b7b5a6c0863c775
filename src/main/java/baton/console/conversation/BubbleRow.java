// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.Author;
import baton.domain.Content;
import baton.domain.Inbound;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Quote;
import baton.domain.Referral;
import baton.domain.SendingState;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One message as its bubble needs it: the message, and the names that stand for the ids in it. Made once per event, on any thread;
 * words in the reader's language are added only when it is drawn, so rows outlive a change of language.
 */
public record BubbleRow(
        Message message,
        String author,
        Optional<QuotedLine> quote,
        List<ReactionMark> reactions,
        Optional<MediaFacts> media) {

    public BubbleRow {
        reactions = List.copyOf(reactions);
    }

    /** Whose side of the conversation it stands on. */
    public enum Side {
        CUSTOMER,
        OURS,
        NOTE,
        PLATFORM
    }

    /** What a message answers; {@code source} is empty when Baton does not have that message. */
    public record QuotedLine(Optional<Source> source) {
        /** The quoted message, its writer's name, and what it said when this row was made. */
        public record Source(MessageId id, String author, Content content) {}
    }

    /** One emoji and who put it there. */
    public record ReactionMark(String emoji, List<String> names) {
        public ReactionMark {
            names = List.copyOf(names);
        }
    }

    /** What is known of a file beyond its message. {@code bytes}: empty while unknown. */
    public record MediaFacts(Optional<Long> bytes, State state) {
        /** Where the file is. */
        public enum State {
            ON_ITS_WAY,
            HERE,
            GONE
        }
    }

    /** The row of a message. {@code known}: messages by Meta's id, for quotes. */
    public static BubbleRow of(Message message, Names names, Function<Wamid, Optional<Message>> known) {
        return new BubbleRow(
                message,
                names.of(message.author()),
                message.quote().flatMap(Quote::message).map(wamid -> quoted(known.apply(wamid), names)),
                marks(message.marks().reactions(), names),
                Optional.empty());
    }

    public BubbleRow withMedia(MediaFacts facts) {
        return new BubbleRow(message, author, quote, reactions, Optional.of(facts));
    }

    public MessageId id() {
        return message.id();
    }

    /** When it was written, as it is sorted and shown. */
    public Instant at() {
        return message.sentAt();
    }

    public Side side() {
        if (message.note()) {
            return Side.NOTE;
        }
        if (message.content() instanceof Content.Notice) {
            return Side.PLATFORM;
        }
        return message.author() instanceof Author.Customer ? Side.CUSTOMER : Side.OURS;
    }

    /** Its writer took it back; what it said is in its history only. */
    public boolean isDeleted() {
        return message.marks().revokedAt().isPresent();
    }

    /** Another holder controls the conversation, or it came by another door: shown, and marked as such (SPEC.md C10). */
    public boolean isOutside() {
        return message.marks().way() == Inbound.Way.STANDBY
                || message.author() instanceof Author.PhoneApp
                || message.author() instanceof Author.MetaAgent;
    }

    /** Whether its bubble shows the same as that one's; tick, reactions and time stand beside it and may differ. */
    boolean saysAs(BubbleRow other) {
        return said().equals(other.said());
    }

    private Said said() {
        Message.Marks marks = message.marks();
        boolean hasFailed = message.sending()
                .filter(sending -> sending.state() == SendingState.FAILED)
                .isPresent();
        return new Said(
                message.content(),
                new Origin(message.author(), author, side(), isOutside(), marks.referral(), message.quote(), quote),
                media,
                isDeleted(),
                hasFailed);
    }

    private record Said(
            Content content, Origin origin, Optional<MediaFacts> media, boolean isDeleted, boolean hasFailed) {}

    private record Origin(
            Author author,
            String name,
            Side side,
            boolean isOutside,
            Optional<Referral> referral,
            Optional<Quote> answered,
            Optional<QuotedLine> quote) {}

    private static QuotedLine quoted(Optional<Message> source, Names names) {
        return new QuotedLine(source.map(it -> new QuotedLine.Source(it.id(), names.of(it.author()), it.content())));
    }

    private static List<ReactionMark> marks(List<Message.Reaction> reactions, Names names) {
        Map<String, List<String>> byEmoji = new LinkedHashMap<>();
        for (Message.Reaction reaction : reactions) {
            byEmoji.computeIfAbsent(reaction.emoji(), _ -> new ArrayList<>()).add(names.of(reaction.by()));
        }
        return byEmoji.entrySet().stream()
                .map(entry -> new ReactionMark(entry.getKey(), entry.getValue()))
                .toList();
    }
}
